/** Samples that one edit can change. */
export const BULK_SAMPLES_MAX = 100_000;
/** Up to so many are changed before the request is answered. More are changed by a durable function. */
export const DIRECT_MOST = 2000;
/** Samples that one transaction changes. */
export const PORTION_SAMPLES = 500;
/** An edit and the values from before are kept for so many days: so long it can be undone. */
export const BULK_EDITS_KEPT_DAYS = 30;
/** An edit on which nobody has worked for so long has lost its process. */
export const ABANDONED_SECONDS = 30;
