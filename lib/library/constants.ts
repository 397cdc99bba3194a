/** Ids that one selection can name. Whoever means more of them means a query. */
export const SELECTED_IDS_MAX = 10_000;
/** Samples that a selection is resolved into at once. */
export const SELECTED_AT_ONCE = 1000;
