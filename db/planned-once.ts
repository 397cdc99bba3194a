import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
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

  rows(...values: unknown[]): Promise<Row[]> {
    return rowsOf<Row>({ name: this.name, text: this.text, values });
  }
}

const dialect = new PgDialect();

/** The same for a statement that is put together from parts. Its text must be the same whenever the name is. */
export function executePlannedOnce<Row extends object>(name: string, statement: SQL): Promise<Row[]> {
  const { sql: text, params: values } = dialect.sqlToQuery(statement);
  return rowsOf<Row>({ name, text, values });
}

async function rowsOf<Row extends object>(query: { name: string; text: string; values: unknown[] }): Promise<Row[]> {
  try {
    return (await databasePool().query<Row>(query)).rows;
  } catch (error) {
    throw withoutValues(query.text, error);
  }
}
