import type { SampleCorrections } from "./schema";

/** Everything counts as it was measured. */
export const NO_CORRECTIONS: SampleCorrections = { bpm: null, key: null, kind: null, grid: null };
