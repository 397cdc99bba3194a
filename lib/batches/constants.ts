/** An upload or a folder of so many files or more is a batch. */
export const BATCH_FILES_LEAST = 5;
/** Samples that one batch can hold. */
export const BATCH_SAMPLES_MAX = 100_000;
export const BATCH_NAME_MAX = 200;
/** What became of a batch is kept for so many days after its beginning. */
export const BATCHES_KEPT_DAYS = 90;

export const BATCH_KINDS = ["upload", "import", "analysis"] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** What is being done with one sample of a batch, or what became of it. */
export const ITEM_STATES = ["uploading", "waiting", "running", "done", "failed", "cancelled", "deleted"] as const;
export type ItemState = (typeof ITEM_STATES)[number];
/** Nothing more happens to these by themselves. */
export const ENDED_STATES = ["done", "failed", "cancelled", "deleted"] as const satisfies readonly ItemState[];

/** `stopping`: it was cancelled, and what had begun is being finished. */
export const BATCH_STATES = ["running", "stopping", "ended", "cancelled"] as const;
export type BatchState = (typeof BATCH_STATES)[number];
