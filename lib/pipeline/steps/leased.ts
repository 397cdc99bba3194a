import "server-only";
import { LEASE_RENEWAL_SECONDS } from "@/lib/pipeline/constants";
import { renewLease } from "@/lib/pipeline/runs/jobs";
import type { RunOf } from "@/lib/pipeline/runs/writes";
import { logger } from "@/lib/platform/logger";

/**
 * Runs long work and keeps the run's lease meanwhile. If the run no longer owns the sample, the work is aborted and the
 * result is null.
 */
export async function whileLeased<T>(run: RunOf, work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  if (!(await renewLease(run))) return null;
  const lost = new AbortController();
  const heartbeat = setInterval(() => keepLease(run, lost), LEASE_RENEWAL_SECONDS * 1000);
  try {
    return await work(lost.signal);
  } catch (error) {
    if (lost.signal.aborted) return null;
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
