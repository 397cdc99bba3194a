/** What a person can know better than the analysis. */
export const CORRECTABLE = ["bpm", "key", "kind"] as const;
export type Correctable = (typeof CORRECTABLE)[number];
