import { calibratedBeliefs } from "@/lib/dsp/learned/confidence";
import { logistic, softmax } from "@/lib/dsp/learned/softmax";
import { sumChroma } from "./chroma-timeline";
import type { FineChroma } from "./hpcp";
import { KEY_CALIBRATION } from "./key-calibration";
import { KeyEvidence, type KeyScore, scoreKeys, tuningOf } from "./key-scores";
import { KEY_WEIGHTS } from "./key-weights";
import { pitchClassFocus, tonality } from "./tonality";

/** A key and how likely it is the right one, 0 … 1. The tonic is a pitch class, 0 = C. */
export type KeyReading = { tonic: number; mode: "major" | "minor"; confidence: number };
/**
 * The key of a piece: at most five readings, best first, or why there is none. `atonality`, 0 … 1, is how little the
 * piece sounds as if it had a key. Tuning and atonality are null for silence.
 */
export type KeyEstimate = { tuning: Tuning | null; atonality: number | null } & (
  | { found: true; readings: KeyReading[] }
  | { found: false; reason: "silence" | "atonal" | "single_note" }
);
/** Cents from A = 440 Hz, −50 … 50. Confidence 0 = pitches deviate evenly, 1 = all of them by the same. */
export type Tuning = { cents: number; confidence: number };

/** Generated drum tracks are below this, generated music above. */
const TONALITY_MIN = 0.5;
/** Distance in tonality from the threshold over which atonality falls from 0.5 to 0.27. */
const TONALITY_SCALE = 0.08;
/** A single held note has more focus than this. No piece with several chords comes near. */
const SINGLE_NOTE_FOCUS_BITS = 1.6;
const READINGS_MAX = 5;
/** Audible frames of the opening: one and a half seconds. */
const OPENING_FRAMES = 16;

/**
 * Estimates the key of a piece from its fine chroma over time, as `ChromaTimeline` gives it: a linear score of each of
 * the 24 keys with weights learned from generated music. See docs/models/key.md.
 */
export function estimateKey(rows: readonly FineChroma[]): KeyEstimate {
  const whole = sumChroma(rows);
  if (whole.frames === 0) return { found: false, reason: "silence", tuning: null, atonality: null };
  const { cents, clarity } = tuningOf(whole);
  const tuning = { cents, confidence: clarity };
  const evidence = new KeyEvidence(whole, openingOf(rows), cents);
  const { treble, bass, presence } = evidence.shares;
  const tonal = tonality(treble, bass, presence);
  const atonality = logistic((TONALITY_MIN - tonal) / TONALITY_SCALE);
  if (pitchClassFocus(treble) > SINGLE_NOTE_FOCUS_BITS)
    return { found: false, reason: "single_note", tuning, atonality };
  if (tonal < TONALITY_MIN) return { found: false, reason: "atonal", tuning, atonality };
  const beliefs = keyBeliefs(scoreKeys(evidence, KEY_WEIGHTS)).sort((a, b) => b.confidence - a.confidence);
  const readings = calibratedBeliefs(beliefs, KEY_CALIBRATION).slice(0, READINGS_MAX);
  return { found: true, readings, tuning, atonality };
}

/** Sum of the first audible frames, in whole rows, from row `from`. */
export function openingOf(rows: readonly FineChroma[], from = 0): FineChroma {
  let to = from;
  for (let frames = 0; to < rows.length && frames < OPENING_FRAMES; to++) frames += rows[to].frames;
  return sumChroma(rows, from, to);
}

/** How likely each key is, in the order of the scores: their softmax. */
export function keyBeliefs(scores: KeyScore[]): KeyReading[] {
  const shares = softmax(scores.map(({ score }) => score));
  return scores.map(({ tonic, mode }, i) => ({ tonic, mode, confidence: shares[i] }));
}
