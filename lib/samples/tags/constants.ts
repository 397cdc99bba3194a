/** In characters as people count them. */
export const TAG_LENGTH_MAX = 60;
/** Tags that the owner may give or accept for one sample. */
export const OWN_TAGS_MAX = 100;
/** Tags of one sample about which the owner may have said anything, refused suggestions among them. */
export const VERDICTS_MAX = 500;
export const TAGS_A_REQUEST_MAX = 100;
