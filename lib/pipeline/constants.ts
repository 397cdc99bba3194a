import { thisMachine, workersFor } from "@/lib/analysis/worker/machine";
import { env } from "@/lib/env";

/** Number of workers in the pool. */
const ANALYSES_AT_ONCE = env.ANALYSIS_WORKERS ?? workersFor(thisMachine());
/**
 * How many analyses the executor may run at once, in each lane. One person's uploads take at most half of the places,
 * so that another person's single upload finds one free.
 */
export const PLACES = { all: ANALYSES_AT_ONCE * 2, onePerson: ANALYSES_AT_ONCE };
/** An upload that the executor accepted and did not begin for this long, with a place free, is handed over again. */
export const FORGOTTEN_SECONDS = env.EXECUTOR_PATIENCE_SECONDS;
/** An executor that still knows of a sample fills a free place within this time. */
export const QUIET_SECONDS = FORGOTTEN_SECONDS / 8;
/**
 * A run that does not renew its lease for this long counts as dead. Longer than the waits before the executor's first
 * three retries.
 */
export const LEASE_SECONDS = (FORGOTTEN_SECONDS * 3) / 4;
export const LEASE_RENEWAL_SECONDS = LEASE_SECONDS / 3;
/** How often each process of the application looks for what the executor has lost. */
export const UPKEEP_SECONDS = FORGOTTEN_SECONDS / 6;
/** How often an analysis may start before the file is given up. */
export const MAX_ATTEMPTS = 5;
/** Retries of one step, with backoff up to about an hour in all: an outage delays work but loses none. */
export const STEP_RETRIES = 8;
/** An upload whose event the executor never accepted is sent again after this long. */
export const UNQUEUED_SECONDS = 30;
export const LIVE_EVENTS_KEPT_SECONDS = 24 * 60 * 60;
export const SWEEP_BATCH = 500;
