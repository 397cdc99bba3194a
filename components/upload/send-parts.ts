import { Scope } from "@/components/ui/scope";
import { msg } from "@/lib/language/text";
import { withRetries } from "./backoff";
import type { PartPlan, PlannedPart } from "./part-plan";
import { putBytes } from "./put-bytes";
import { UploadError } from "./upload-error";
import { signParts } from "./uploads-api";

const PARALLEL_PARTS = 3;
const ADDRESS_RENEWALS = 3;

export interface PartHooks {
  signal: AbortSignal;
  onProgress: (sentBytes: number) => void;
  /** Called when an attempt has failed and another one follows. */
  onRetry: (error: UploadError) => void;
}

/** Sends the missing parts of a file, three at a time. Each part is retried on its own. */
export async function sendParts(file: File, uploadId: string, plan: PartPlan, hooks: PartHooks): Promise<void> {
  const report = totalOf(plan.keptBytes, hooks.onProgress);
  // When one part fails for good, the others stop as well.
  const scope = new Scope();
  const signal = AbortSignal.any([hooks.signal, scope.signal]);
  const queue = [...plan.remaining];
  const worker = async () => {
    for (let part = queue.shift(); part; part = queue.shift()) {
      const { partNumber } = part;
      const onProgress = (sentBytes: number) => report(partNumber, sentBytes);
      await sendPart(file, uploadId, part, { signal, onProgress, onRetry: hooks.onRetry });
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(PARALLEL_PARTS, queue.length) }, worker));
  } finally {
    scope.dispose();
  }
}

async function sendPart(file: File, uploadId: string, part: PlannedPart, hooks: PartHooks): Promise<void> {
  const { signal, onProgress, onRetry } = hooks;
  const body = file.slice(part.startByte, part.endByte);
  const retries = { signal, onRetry };
  for (let renewal = 0; ; renewal++) {
    // Signed just before it is needed. On a slow line, addresses for all parts at once would expire.
    const [signed] = await withRetries(() => signParts(uploadId, [part.partNumber], signal), retries);
    if (!signed)
      throw new UploadError(msg("The server gave no upload address for part of this file."), { isRetryable: true });
    try {
      return await withRetries(() => putBytes({ url: signed.url, body, signal, onProgress }), retries);
    } catch (error) {
      const isExpired = error instanceof UploadError && error.code === "address_expired";
      if (!isExpired || renewal >= ADDRESS_RENEWALS) throw error;
    }
  }
}

/** Reports the bytes sent of all parts together, starting with those that were kept. */
function totalOf(keptBytes: number, onProgress: (sentBytes: number) => void) {
  const sentByPart = new Map<number, number>();
  onProgress(keptBytes);
  return (partNumber: number, sentBytes: number): void => {
    sentByPart.set(partNumber, sentBytes);
    let total = keptBytes;
    for (const bytes of sentByPart.values()) total += bytes;
    onProgress(total);
  };
}
