import { databasePool } from "./client";
import { withoutValues } from "./failing-statements";

/**
 * A statement that each connection reads and plans once, not at each call. For what is asked many times a second and is
 * best answered in the same way whatever the values are: rows by their ids, an owner's few rows. Where the best way
 * hangs on the values, the database must see them before it decides.
 *
 * Postgres makes one plan for all values when it finds that this costs no more than one for each, from the sixth call on.
 */
export class PlannedOnce<Row extends object> {
  /** @param name no other statement has it. `text` has `$1`, `$2` … for the values, each with its type */
  constructor(
    private readonly name: string,
    private readonly text: string,
  ) {}

  async rows(...values: unknown[]): Promise<Row[]> {
    const { name, text } = this;
    try {
      return (await databasePool().query<Row>({ name, text, values })).rows;
    } catch (error) {
      throw withoutValues(text, error);
    }
  }
}
