import "server-only";
import { LEASE_RENEWAL_SECONDS } from "@/lib/pipeline/constants";
import { renewLease } from "@/lib/pipeline/runs/jobs";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";

/**
 * Does work that may take longer than a lease, and renews it before and meanwhile. `lost` is aborted once the sample
 * belongs to another run or to nobody: then `superseded` is returned, whatever the work fails with.
 */
export async function whileLeased<T>(
  run: RunOf,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T | { outcome: "superseded" }> {
  if (!(await renewLease(run))) return { outcome: "superseded" };
  const lost = new AbortController();
  const heartbeat = setInterval(() => keepLease(run, lost), LEASE_RENEWAL_SECONDS * 1000);
  try {
    return await work(lost.signal);
  } catch (error) {
    if (lost.signal.aborted) return { outcome: "superseded" };
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

async function keepLease(run: RunOf, lost: AbortController): Promise<void> {
  try {
    if (!(await renewLease(run))) lost.abort();
  } catch (error) {
    logger().warn({ err: error, sampleId: run.sampleId }, "the lease could not be renewed");
  }
}
