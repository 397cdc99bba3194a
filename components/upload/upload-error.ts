import type { QuotaRefusal } from "@/lib/quotas/schema";

/** The quota that is used up, without the size of the file that was refused. */
export type UsedUp = Omit<QuotaRefusal, "askedBytes">;

interface UploadErrorOptions {
  isRetryable: boolean;
  code?: string;
  retryAfterMs?: number;
  usedUp?: UsedUp;
}

/** A message for the person, and whether another attempt may succeed. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  readonly isRetryable: boolean;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  /** Set if a quota refused the file, because it will refuse others as well. */
  readonly usedUp: UsedUp | undefined;

  constructor(message: string, options: UploadErrorOptions) {
    super(message);
    this.isRetryable = options.isRetryable;
    this.code = options.code ?? "failed";
    this.retryAfterMs = options.retryAfterMs;
    this.usedUp = options.usedUp;
  }
}
