import { emptyFineChroma, type FineChroma } from "./hpcp";
import { type KeyScore, pitchClassShares, scoreKeys } from "./key-scores";
import { KEY_WEIGHTS } from "./key-weights";
import { pitchClassFocus, tonality } from "./tonality";

export type KeyReading = { tonic: number; mode: "major" | "minor"; confidence: number };
export type KeyEstimate =
  | { found: true; tuningCents: number; readings: KeyReading[] }
  | { found: false; reason: "silence" | "atonal" | "single_note" };

/** Generated drum tracks stay below, generated music above. */
const TONALITY_MIN = 0.5;
/** Bits by which a single held note stands out; no piece of several chords comes near. */
const SINGLE_NOTE_FOCUS = 1.6;
const READINGS = 5;

/** The key of a piece from the fine chroma of its segments (pitch class 0 = C); readings best first, at most five. */
export function estimateKey(segments: FineChroma[]): KeyEstimate {
  const whole = sumOf(segments);
  if (whole.frames === 0) return { found: false, reason: "silence" };
  const { treble, bass, tuningCents } = pitchClassShares(whole);
  if (pitchClassFocus(treble) > SINGLE_NOTE_FOCUS) return { found: false, reason: "single_note" };
  if (tonality(treble, bass) < TONALITY_MIN) return { found: false, reason: "atonal" };
  const readings = confidences(scoreKeys(whole, KEY_WEIGHTS)).slice(0, READINGS);
  return { found: true, tuningCents, readings };
}

function sumOf(segments: FineChroma[]): FineChroma {
  const whole = emptyFineChroma();
  for (const segment of segments) {
    for (let i = 0; i < whole.bass.length; i++) {
      whole.bass[i] += segment.bass[i];
      whole.treble[i] += segment.treble[i];
    }
    whole.frames += segment.frames;
  }
  return whole;
}

/** Softmax of the scores. */
function confidences(scores: KeyScore[]): KeyReading[] {
  const weights = scores.map(({ score }) => Math.exp(score - scores[0].score));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return scores.map(({ tonic, mode }, i) => ({ tonic, mode, confidence: weights[i] / sum }));
}
