/** UTF-16 code units that a query may have. */
export const QUERY_CHARACTERS_MAX = 1000;
export const SEARCH_ROWS = 50;
export const SEARCH_ROWS_MAX = 100;
/** Samples that one question may name as examples, and as counter-examples. */
export const EXAMPLES_MAX = 20;
/** Questions of one batch. */
export const BATCH_MAX = 50;
/** How deep a ranked search by words or by a sound goes. What lies deeper is found by asking more exactly. */
export const RANKED_DEPTH = 500;
/** How deep it goes in each, if by both. What lies deeper would add less than a quarter of what a first place adds. */
export const FUSED_DEPTH = 200;
export const CURSOR_CHARACTERS_MAX = 512;
