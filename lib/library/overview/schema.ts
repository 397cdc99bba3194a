/** How many samples there are of each tempo and key. */
export interface Distributions {
  /** In steps of ten beats a minute; the last holds all that are faster. Only from the first step with samples to the last. */
  tempos: { from: number; to: number | null; count: number }[];
  /** By Camelot number, the minor and the major key of each. */
  keys: { number: number; minor: number; major: number }[];
}

/** Some of the library's points, seen from the front, in −1 … 1. */
export interface SmallMap {
  /** Of all points. */
  total: number;
  points: { x: number; y: number; kind: "one-shot" | "loop" | "track" | "" }[];
}
