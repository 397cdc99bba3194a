const DAY_SECONDS = 24 * 60 * 60;

/** How long an account that is to be deleted can be called back. */
export const DELETION_GRACE_SECONDS = 7 * DAY_SECONDS;
/** The same for people: a whole number of days. */
export const DELETION_GRACE_TEXT = `${DELETION_GRACE_SECONDS / DAY_SECONDS} days`;
/** How long a finished export can be downloaded. */
export const EXPORT_KEPT_SECONDS = 7 * DAY_SECONDS;
export const EXPORT_CONTENT_TYPE = "application/zip";
/** How long the address of a download works. */
export const EXPORT_LINK_SECONDS = 15 * 60;
/** An export that takes longer than this is given up, and what it has written so far goes. */
export const EXPORT_BUILD_SECONDS = DAY_SECONDS;
/** What the executor did not take at once is handed to it again after this. */
export const EXPORT_REQUEUE_SECONDS = 10 * 60;
