export const TITLE_MAX = 120;
export const DESCRIPTION_MAX = 4000;
export const PUBLIC_TAGS_MAX = 20;
/** Of the words of the title; the random end comes on top. */
export const SLUG_WORDS_MAX = 60;

/** Cards of a page of the gallery. */
export const PAGE_ITEMS = 24;
export const TRENDING_ITEMS = 6;
export const FITTING_ITEMS = 6;
export const TRENDING_DAYS = 7;
export const SIMILAR_ITEMS = 6;
export const RECEIVED_ROWS = 100;

/**
 * What strangers hear: a copy in FLAC with 16 bits, at the rate of the original. Where downloads are not allowed it is
 * cut after so many seconds, with its last ones faded out. Raise the version when the rule changes: every copy is then
 * made anew.
 */
export const PREVIEW_SECONDS = 90;
export const PREVIEW_FADE_SECONDS = 3;
export const PREVIEW_VERSION = 1;
