/** An upload or a folder of so many files or more is a batch. */
export const BATCH_FILES_LEAST = 5;
/** Samples that one batch can hold. */
export const BATCH_SAMPLES_MAX = 100_000;
export const BATCH_NAME_MAX = 200;
/** What became of a batch is kept for so many days after its beginning. */
export const BATCHES_KEPT_DAYS = 90;
