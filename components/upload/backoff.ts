import { Scope } from "@/components/ui/scope";
import { UploadError } from "./upload-error";

/** How long to wait after attempt 0, 1, 2, …: 0.5, 1, 2, … s, at most 15 s, each ±25%. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const base = Math.min(15_000, 500 * 2 ** attempt);
  return base * (0.75 + random() * 0.5);
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const scope = new Scope();
    scope.timeout(() => {
      scope.dispose();
      resolve();
    }, milliseconds);
    scope.listen(signal, "abort", () => {
      scope.dispose();
      reject(signal.reason);
    });
  });
}

export interface RetryOptions {
  signal: AbortSignal;
  /** Called before each wait, so that a row can say what it waits for. */
  onRetry?: ((error: UploadError) => void) | undefined;
  /** Ten attempts take about 90 s in total, so that no file is lost when the server restarts. */
  tries?: number;
  delayMs?: (attempt: number) => number;
}

/** Runs `task` until it succeeds, fails with an error that is not retryable, is aborted, or has failed `tries` times. */
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
