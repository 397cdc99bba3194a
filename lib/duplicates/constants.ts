/** The rule by which samples are looked up. Raise it, and the sweep looks up every sample again. */
export const LOOKUP_VERSION = 2;
/** In place of it, where only what is nearly the same was not looked for yet. */
export const WITHOUT_NEAR = 0;
/** Samples asked about one word at most. More share it only if it says little. */
export const SAMPLES_PER_WORD = 200;
/** Candidates that are compared in full, those with the most words in common first. */
export const CANDIDATES_MAX = 40;
/** Samples that a new one is paired with, of each kind. Groups join them all the same. */
export const PAIRS_MAX = 20;
/** Samples that can be dismissed at once. */
export const DISMISS_MAX = 50;
/** Members of a group that are listed. */
export const MEMBERS_MAX = 200;
