import { DrizzleQueryError } from "drizzle-orm";
import { PgPreparedQuery } from "drizzle-orm/pg-core";
import pg from "pg";

/** Classes of SQLSTATE whose messages quote the value that was wrong: data exceptions, and our own `raise`. */
const QUOTES_VALUES = /^(22|P0)/;

/**
 * Takes the values out of what is thrown when a statement fails. The library writes all parameters into the message,
 * and the server quotes values in its own: addresses, hashes and tokens would be in every log that gets the error.
 */
export function keepValuesOutOfErrors(): void {
  const { prototype } = PgPreparedQuery;
  // The method is not in the library's types. Without it, this would silently do nothing after an update.
  if (!("queryWithCache" in prototype)) throw new Error("drizzle-orm runs its statements in another way now");
  const run = async (text: string, _parameters: unknown[], query: () => Promise<unknown>) => {
    try {
      return await query();
    } catch (error) {
      throw withoutValues(text, error);
    }
  };
  Object.assign(prototype, { queryWithCache: run });
}

/** What is thrown when a statement fails: its text, and what the server said, but no values. */
export const withoutValues = (text: string, error: unknown) => new DrizzleQueryError(text, [], causeOf(error));

function causeOf(error: unknown): Error {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? error : new Error("not an error");
  for (const part of ["detail", "where", "internalQuery"] as const) delete error[part];
  if (QUOTES_VALUES.test(error.code ?? "")) {
    const message = `a value was refused (SQLSTATE ${error.code})`;
    error.stack = error.stack?.replace(error.message, message);
    error.message = message;
  }
  return error;
}
