import { CLAIMED_FROM } from "@/lib/format/confidence";

/** Below it a value is worth a look: pages call it a guess. */
export const DOUBTED_BELOW = CLAIMED_FROM;
/** Samples that the page asks for at once: each comes with its beats. */
export const QUEUE_ROWS = 12;
export const QUEUE_ROWS_MAX = 50;
/** So many doubted samples are counted. Beyond, the page says that there are more. */
export const COUNTED_MOST = 2000;

/** Values that the engine can be unsure of, and that a person can settle by ear. */
export const DOUBTED_VALUES = ["bpm", "key", "kind"] as const;
export type DoubtedValue = (typeof DOUBTED_VALUES)[number];
