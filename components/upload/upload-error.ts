/** A sentence for the person, and whether trying the same again may help. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  readonly isRetryable: boolean;
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { isRetryable: boolean; code?: string; retryAfterMs?: number }) {
    super(message);
    this.isRetryable = options.isRetryable;
    this.code = options.code ?? "failed";
    this.retryAfterMs = options.retryAfterMs;
  }
}
