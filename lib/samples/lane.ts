import type { Lane } from "@/lib/events/sample-event";

/** Files up to this size are expected to be analysed within moments: single hits, loops, short clips. */
export const QUICK_BYTES = 2 * 1024 ** 2;

export const laneOf = (sizeBytes: number): Lane => (sizeBytes <= QUICK_BYTES ? "quick" : "full");
