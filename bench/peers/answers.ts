import { pitchClassNamed } from "@/bench/labels/pitch-classes";

export type KeyAnswer = { tonic: number; mode: "major" | "minor" };

/** What one method says about one file. Values it does not measure are missing; null means that it found no answer. */
export type PeerAnswer = {
  bpm?: number | null;
  key?: KeyAnswer | null;
  beats?: number[];
  integratedLufs?: number | null;
  truePeakDbtp?: number | null;
};

/** The answers of a peer's methods, by their names. */
export type PeerAnswers = Record<string, PeerAnswer>;

/** Which labels a file has: a peer measures only what will be scored. */
export type Wanted = { tempo: boolean; key: boolean; beats: boolean };

export interface Peer {
  /** Name and version, as the results print them. */
  name: string;
  answers(file: { path: string }, wanted: Wanted): Promise<PeerAnswers>;
  close?(): void;
}

/** The key that a name such as "Ab", "minor" stands for; null if it is neither major nor minor. */
export function keyOf(tonic: string, mode: string): KeyAnswer | null {
  const index = pitchClassNamed(tonic);
  return index !== null && (mode === "major" || mode === "minor") ? { tonic: index, mode } : null;
}
