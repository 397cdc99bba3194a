/** The rule by which documents are made. A new one makes all of them anew, in the background. */
export const DOCUMENT_VERSION = 2;

/** Any number, as long as every process uses the same: whoever holds it is the only one that writes documents. */
export const INDEXER_LOCK = 7_267_624;

/** Samples that one transaction brings up to date. */
export const BATCH_SAMPLES = 500;
/** Deletions of older revisions than the latest so many are forgotten. */
export const REVISIONS_KEPT = 200_000;
/** The name, in `system_settings`, of the last revision that was forgotten: a number. */
export const REVISIONS_FLOOR = "search revisions floor";
/** How often each process looks for samples to index, if nobody tells it. */
export const INDEXER_SECONDS = 1;

/** The kind, in `search_terms`, of words. Facets have their own name as kind. */
export const WORD_KIND = "word";
/** The kind, in `search_terms`, of steps of numbers. */
export const STEP_KIND = "step";
/** The kind, in `search_terms`, of the one row that counts all documents of an owner. Its term is empty. */
export const ALL_KIND = "all";
/** The kind, in `search_terms`, of folders. */
export const FOLDER_KIND = "in";
