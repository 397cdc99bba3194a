import { type CandidateNetwork, candidateShares } from "@/lib/dsp/learned/candidate-network";
import { backbeat } from "./backbeat";
import type { RhythmProfile } from "./rhythm-profile";
import { tempoFeatures } from "./tempo-features";
import { onsetTimes } from "./tempo-intervals";

/** A tempo and how likely it is the right one, 0 … 1. */
export type TempoReading = { bpm: number; confidence: number };

/** Tempi at which a backbeat is looked for: the networks take fast drums at half their tempo, never slow ones. */
const BACKBEAT_MIN_BPM = 125;
const BACKBEAT_MAX_BPM = 205;
/** From this share of snares on it is one, and takes this part of the belief in half its tempo. */
const BACKBEAT_SHARE = 0.84;
const BACKBEAT_BELIEF = 0.9;
/** Tempi that differ by less are the same. */
const SAME_SHARE = 0.03;
/** Less belief than this is not worth moving. */
const BELIEF_MIN = 0.01;

/**
 * The candidates (BPM) with the mean belief of the networks in each, best first; the beliefs sum to 1. Where drums play
 * a clear backbeat, the belief in half its tempo goes to the tempo itself.
 */
export function tempoBeliefs(
  profile: RhythmProfile,
  candidates: number[],
  networks: readonly CandidateNetwork[],
): TempoReading[] {
  const times = onsetTimes(profile);
  const shares = candidateShares(
    networks,
    candidates.map((bpm) => tempoFeatures(profile, bpm, times)),
  );
  const readings = candidates.map((bpm, i) => ({ bpm, confidence: shares[i] }));
  for (const fast of readings) {
    if (fast.bpm < BACKBEAT_MIN_BPM || fast.bpm > BACKBEAT_MAX_BPM) continue;
    const half = readings.find(({ bpm }) => Math.abs((2 * bpm) / fast.bpm - 1) < SAME_SHARE);
    if (!half || half.confidence < BELIEF_MIN || backbeat(profile, fast.bpm) < BACKBEAT_SHARE) continue;
    fast.confidence += BACKBEAT_BELIEF * half.confidence;
    half.confidence *= 1 - BACKBEAT_BELIEF;
  }
  return readings.sort((a, b) => b.confidence - a.confidence);
}
