/** What a caller may see of an error. Messages and stacks stay in the log. */
export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "feature_off"
  | "not_found"
  | "invalid_input"
  | "conflict"
  | "rate_limited"
  | "storage_unavailable"
  | "database_unavailable"
  | "executor_unavailable"
  | "internal";

/** An unexpected error, or a refusal that no caller handles. Expected outcomes are returned as `Result`. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    options?: { cause?: unknown; message?: string },
  ) {
    super(options?.message ?? code, { cause: options?.cause });
  }
}

/** Of a verb that refuses nothing. */
export interface Ok<T> {
  ok: true;
  value: T;
}
export type Result<T, Reason extends string = never> = Ok<T> | { ok: false; reason: Reason };

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const refused = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({
  ok: false,
  reason,
});
