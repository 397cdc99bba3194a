const DAY_SECONDS = 24 * 60 * 60;

/** How long the deletion of an account can be cancelled. */
export const DELETION_GRACE_DAYS = 7;
export const DELETION_GRACE_SECONDS = DELETION_GRACE_DAYS * DAY_SECONDS;
/** How long a finished export can be downloaded. */
export const EXPORT_KEPT_SECONDS = 7 * DAY_SECONDS;
export const EXPORT_CONTENT_TYPE = "application/zip";
/** How long a download's URL works. */
export const EXPORT_LINK_SECONDS = 15 * 60;
/** An export that takes longer is given up, and what it has written so far is deleted. */
export const EXPORT_BUILD_SECONDS = DAY_SECONDS;
/** An export that the executor did not accept at once is sent to it again after this. */
export const EXPORT_REQUEUE_SECONDS = 10 * 60;
