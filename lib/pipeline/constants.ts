import { availableParallelism } from "node:os";
import { env } from "@/lib/env";

/** Number of workers in the pool. */
export const ANALYSES_AT_ONCE = env.ANALYSIS_WORKERS ?? availableParallelism();
/**
 * A run that does not renew its lease for this long counts as dead. Longer than the waits before the executor's first
 * retries.
 */
export const LEASE_SECONDS = 180;
export const LEASE_RENEWAL_SECONDS = 30;
/** How often an analysis may start before the file is given up. */
export const MAX_ATTEMPTS = 5;
/** Retries of one step, with backoff up to about an hour in all: an outage delays work but loses none. */
export const STEP_RETRIES = 8;
/** An upload whose event the executor never accepted is sent again after this long. */
export const UNQUEUED_SECONDS = 30;
/** An upload whose event it accepted but never ran is sent again after this long. */
export const FORGOTTEN_SECONDS = 60 * 60;
export const LIVE_EVENTS_KEPT_SECONDS = 24 * 60 * 60;
export const SWEEP_BATCH = 500;
