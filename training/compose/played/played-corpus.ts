import { composeHeldTone, composeMedley } from "./medley";
import { composePlayed, type PlayedKind, type PlayedPiece } from "./played-piece";

/** Within a million seeds, pieces of two tempi begin here, and held tones. */
export const MEDLEYS_FROM = 400_000;
export const HELD_TONES_FROM = 500_000;
const SEEDS = 1_000_000;

/** Kinds by seed: almost as many pianists as all others together. */
const TURNS: readonly PlayedKind[] = [
  ...(["piano", "tune", "piano", "song", "piano", "tune with chords", "piano", "song"] as const),
  ...(["piano", "tune with chords", "piano", "song", "tune"] as const),
];

/** A piece by its seed; its kind goes by turns. */
export function composePlayedSeed(seed: number): PlayedPiece {
  const own = seed % SEEDS;
  if (own >= HELD_TONES_FROM) return composeHeldTone(seed);
  if (own >= MEDLEYS_FROM) return composeMedley(seed);
  return composePlayed(seed, TURNS[seed % TURNS.length] ?? "piano");
}
