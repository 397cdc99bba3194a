import { calibratedBeliefs } from "@/lib/dsp/learned/confidence";
import { logistic, softmax } from "@/lib/dsp/learned/softmax";
import { sumChroma } from "./chroma-timeline";
import type { FineChroma } from "./hpcp";
import { KEY_CALIBRATION } from "./key-calibration";
import { KeyEvidence, type KeyScore, scoreKeys, tuningOf } from "./key-scores";
import { KEY_WEIGHTS } from "./key-weights";
import { pitchClassFocus, tonality } from "./tonality";

export type KeyReading = { tonic: number; mode: "major" | "minor"; confidence: number };
export type KeyEstimate = { tuning: Tuning | null; atonality: number | null } & (
  | { found: true; readings: KeyReading[] }
  | { found: false; reason: "silence" | "atonal" | "single_note" }
);
/** Cents from A = 440 Hz, −50 … 50; `confidence` 0 = pitches of all deviations alike, 1 = all at one. */
export type Tuning = { cents: number; confidence: number };

/** Generated drum tracks stay below, generated music above. */
const TONALITY_MIN = 0.5;
/** Tonality from the threshold at which atonality has fallen from a half to 0.27. */
const TONALITY_SCALE = 0.08;
/** Bits by which a single held note stands out; no piece of several chords comes near. */
const SINGLE_NOTE_FOCUS = 1.6;
const READINGS = 5;
/** Frames with pitch in them that make the opening: one and a half seconds. */
const OPENING_FRAMES = 16;

/** The key of a piece from fine chroma over time (pitch class 0 = C); readings best first, at most five. */
export function estimateKey(rows: readonly FineChroma[]): KeyEstimate {
  const whole = sumChroma(rows);
  if (whole.frames === 0) return { found: false, reason: "silence", tuning: null, atonality: null };
  const { cents, clarity } = tuningOf(whole);
  const tuning = { cents, confidence: clarity };
  const evidence = new KeyEvidence(whole, openingOf(rows), cents);
  const { treble, bass, presence } = evidence.shares;
  const tonal = tonality(treble, bass, presence);
  const atonality = logistic((TONALITY_MIN - tonal) / TONALITY_SCALE);
  if (pitchClassFocus(treble) > SINGLE_NOTE_FOCUS) return { found: false, reason: "single_note", tuning, atonality };
  if (tonal < TONALITY_MIN) return { found: false, reason: "atonal", tuning, atonality };
  const beliefs = keyBeliefs(scoreKeys(evidence, KEY_WEIGHTS)).sort((a, b) => b.confidence - a.confidence);
  const readings = calibratedBeliefs(beliefs, KEY_CALIBRATION).slice(0, READINGS);
  return { found: true, readings, tuning, atonality };
}

/** The first frames that sound, in whole rows, from row `from`. */
export function openingOf(rows: readonly FineChroma[], from = 0): FineChroma {
  let to = from;
  for (let frames = 0; to < rows.length && frames < OPENING_FRAMES; to++) frames += rows[to].frames;
  return sumChroma(rows, from, to);
}

/** Softmax of the scores, in their order. */
export function keyBeliefs(scores: KeyScore[]): KeyReading[] {
  const shares = softmax(scores.map(({ score }) => score));
  return scores.map(({ tonic, mode }, i) => ({ tonic, mode, confidence: shares[i] }));
}
