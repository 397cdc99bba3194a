import { availableParallelism } from "node:os";
import { env } from "@/lib/env";

/** Places in the pool of workers. */
export const ANALYSES_AT_ONCE = env.ANALYSIS_WORKERS ?? availableParallelism();
/** A run that says nothing for this long is taken for dead. Longer than the executor's first retries wait. */
export const LEASE_SECONDS = 180;
export const LEASE_RENEWAL_SECONDS = 30;
/** How often analysis may begin before the file is given up. */
export const MAX_ATTEMPTS = 5;
/** Retries of one step, with backoff to about an hour in all: an outage delays work and loses none. */
export const STEP_RETRIES = 8;
/** An upload whose event the executor never took is sent again after this long. */
export const UNQUEUED_SECONDS = 30;
/** One it took but never ran. */
export const FORGOTTEN_SECONDS = 60 * 60;
export const LIVE_EVENTS_KEPT_SECONDS = 24 * 60 * 60;
export const SWEEP_BATCH = 500;
