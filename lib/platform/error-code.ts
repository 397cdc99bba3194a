import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";
import { AppError, type ErrorCode } from "@/lib/errors";

/**
 * Codes of a database that cannot be reached, is shutting down or takes too long: sockets, SQLSTATE classes 08 and 57P,
 * and a statement that was ended.
 */
const DATABASE_AWAY = /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|CONNECTION_|08|57P|57014|53300)/;

/**
 * What a caller learns about an unexpected error: its own code if it has one, `database_unavailable` if the database is
 * away, otherwise `internal`.
 */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (isDatabaseAway(cause)) return "database_unavailable";
  }
  return "internal";
}

function isDatabaseAway(error: Error): boolean {
  if ("code" in error && typeof error.code === "string" && DATABASE_AWAY.test(error.code)) return true;
  // A failed statement without an error from the server itself means a broken connection.
  return error instanceof DrizzleQueryError && !(error.cause instanceof pg.DatabaseError);
}
