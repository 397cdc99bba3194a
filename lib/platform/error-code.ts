import { AppError, type ErrorCode } from "@/lib/errors";

/** Codes of a database that cannot be reached or is going down: sockets, postgres.js, and SQLSTATE classes 08 and 57P. */
const DATABASE_AWAY =
  /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|CONNECT_TIMEOUT|CONNECTION_|08|57P|53300)/;

/** What a caller is told of a surprise: its own code, `database_unavailable` where that is what happened, else `internal`. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code;
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ("code" in cause && typeof cause.code === "string" && DATABASE_AWAY.test(cause.code))
      return "database_unavailable";
  }
  return "internal";
}
