export const PAGE_NOTICES = 30;
/** A larger number of unread notices is shown as "99+". */
export const UNREAD_SHOWN_MAX = 99;
/** Notices that were read are kept as long as this, others twice as long. */
export const READ_KEPT_DAYS = 90;
/** A digest goes out so long after the last one. A little less than a day or a week, so that it does not slip. */
export const DIGEST_HOURS = { daily: 23, weekly: 7 * 24 - 1 } as const;
