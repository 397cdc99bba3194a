import type { KeyLike } from "@/lib/music/keys";
import { isRelative, pitchClass } from "@/lib/music/notation";

export type KeyTie = "same" | "relative" | "neighbour";

/** How well keys go together that are the same, share a signature, or differ in one note of seven. */
const OF_TIE: Record<KeyTie, number> = { same: 1, relative: 0.95, neighbour: 0.8 };
/** What is left of it when the candidate is moved by so many semitones: each takes from its sound. */
const OF_MOVE = [1, 0.6, 0.4] as const;

export interface KeyFit {
  /** 0–1. */
  score: number;
  tie: KeyTie;
  /** By how many semitones the candidate is moved. */
  semitones: number;
}

/** How two keys lie on the Camelot wheel: the same place, across, or beside. Null if they are further apart. */
export function keyTie(a: KeyLike, b: KeyLike): KeyTie | null {
  if (a.mode !== b.mode) return isRelative(a, b) ? "relative" : null;
  const semitones = (pitchClass(b.tonic) - pitchClass(a.tonic) + 12) % 12;
  if (semitones === 0) return "same";
  return semitones === 5 || semitones === 7 ? "neighbour" : null;
}

/** The best way to bring a candidate's key to another by moving it at most `furthest` semitones. Null if there is none. */
export function keyFit(key: KeyLike, candidate: KeyLike, furthest: number): KeyFit | null {
  let best: KeyFit | null = null;
  for (let semitones = -furthest; semitones <= furthest; semitones++) {
    const moved = { tonic: pitchClass(pitchClass(candidate.tonic) + semitones), mode: candidate.mode };
    const tie = keyTie(key, moved);
    const score = tie ? OF_TIE[tie] * (OF_MOVE[Math.abs(semitones)] ?? 0) : 0;
    if (tie && score > (best?.score ?? 0)) best = { score, tie, semitones };
  }
  return best;
}

/** Every key that a candidate may have to fit with this one. */
export function fittingKeys(key: KeyLike, furthest: number): KeyLike[] {
  const all = (["major", "minor"] as const).flatMap((mode) =>
    Array.from({ length: 12 }, (_, tonic) => ({ tonic, mode })),
  );
  return all.filter((candidate) => keyFit(key, candidate, furthest) !== null);
}
