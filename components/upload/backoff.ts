import { UploadError } from "./upload-error";

/** Milliseconds before try `attempt + 1` (attempt 0 was the first): 0.5, 1, 2, 4, … s, at most 15, ±25 %. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(15_000, 500 * 2 ** attempt);
  return base * (0.75 + random() * 0.5);
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

export interface RetryOptions {
  signal: AbortSignal;
  /** Told before each wait, so that a row can say what it waits for. */
  onRetry?: ((error: UploadError) => void) | undefined;
  /** Ten tries wait about 90 s in all: a restart of the server loses no file. */
  tries?: number;
  delayMs?: (attempt: number) => number;
}

/** Runs `task` until it succeeds, fails for good (not retryable), is aborted, or has had `tries` tries. */
export async function withRetries<T>(
  task: (attempt: number) => Promise<T>,
  { signal, onRetry, tries = 10, delayMs = backoffMs }: RetryOptions,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await task(attempt);
    } catch (error) {
      const isRetryable = error instanceof UploadError && error.isRetryable;
      if (signal.aborted || !isRetryable || attempt + 1 >= tries) throw error;
      onRetry?.(error);
      await wait(error.retryAfterMs ?? delayMs(attempt), signal);
    }
  }
}
