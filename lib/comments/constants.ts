export const COMMENT_MAX = 1000;
export const PAGE_COMMENTS = 20;
/** The same words at the same place in this time are one comment, sent twice. */
export const SENT_TWICE_MINUTES = 10;
