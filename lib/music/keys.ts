/** The twelve pitch classes as an analysis record spells them; the index is the pitch class, 0 = C … 11 = B. */
export const TONICS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;
export type TonicName = (typeof TONICS)[number];

/** A pitch class as the database has it (0 = C … 11 = B) or as an analysis record spells it. */
export type Tonic = number | TonicName;

export interface KeyLike {
  tonic: Tonic;
  mode: "major" | "minor";
}
