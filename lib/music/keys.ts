/** The twelve pitch classes as analysis records spell them. The index is the pitch class: 0 = C … 11 = B. */
export const TONICS = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;
export type TonicName = (typeof TONICS)[number];

/** A pitch class as the database stores it (0 = C … 11 = B) or as analysis records spell it. */
export type Tonic = number | TonicName;

export interface KeyLike {
  tonic: Tonic;
  mode: "major" | "minor";
}
