import { emptyFineChroma, estimateTuning, type FineChroma, foldToPitchClasses } from "./hpcp";
import { type KeyScore, scoreKeys } from "./key-templates";

export type KeyReading = { tonic: number; mode: "major" | "minor"; confidence: number };
export type KeyEstimate =
  | { found: true; tuningCents: number; readings: KeyReading[] }
  | { found: false; reason: "silence" | "atonal" };

/** Below this correlation with every key the chroma is not that of tonal music. */
const ATONAL_SCORE = 0.35;
/** Sharpness of the step from correlations to confidences. */
const TEMPERATURE = 0.055;

/** The key of a piece from the fine chroma of its segments; readings best first, at most five. */
export function estimateKey(segments: FineChroma[]): KeyEstimate {
  const total = emptyFineChroma();
  for (const segment of segments) {
    for (let i = 0; i < total.bass.length; i++) {
      total.bass[i] += segment.bass[i];
      total.treble[i] += segment.treble[i];
    }
    total.frames += segment.frames;
  }
  if (total.frames === 0) return { found: false, reason: "silence" };
  const both = total.treble.map((value, i) => value + total.bass[i]);
  const { cents: tuningCents } = estimateTuning(both);
  const treble = foldToPitchClasses(total.treble, tuningCents);
  const bass = foldToPitchClasses(total.bass, tuningCents);
  const scores = scoreKeys(treble, bass);
  if (scores[0].score < ATONAL_SCORE) return { found: false, reason: "atonal" };
  return { found: true, tuningCents, readings: confidences(scores).slice(0, 5) };
}

function confidences(scores: KeyScore[]): KeyReading[] {
  const best = scores[0].score;
  const weights = scores.map(({ score }) => Math.exp((score - best) / TEMPERATURE));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return scores.map(({ tonic, mode }, i) => ({ tonic, mode, confidence: weights[i] / sum }));
}
