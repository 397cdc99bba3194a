import type { QuotaRefusal } from "@/lib/quotas/schema";

/** What is used up, of whichever file. */
export type UsedUp = Omit<QuotaRefusal, "askedBytes">;

interface UploadErrorOptions {
  isRetryable: boolean;
  code?: string;
  retryAfterMs?: number;
  usedUp?: UsedUp;
}

/** A sentence for the person, and whether trying the same again may help. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  readonly isRetryable: boolean;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  /** Set where a quota refused the file: others will fare no better. */
  readonly usedUp: UsedUp | undefined;

  constructor(message: string, options: UploadErrorOptions) {
    super(message);
    this.isRetryable = options.isRetryable;
    this.code = options.code ?? "failed";
    this.retryAfterMs = options.retryAfterMs;
    this.usedUp = options.usedUp;
  }
}
