import { calibratedBeliefs } from "@/lib/dsp/learned/confidence";
import { DenseNetwork } from "@/lib/dsp/learned/dense-network";
import { logistic, softmax } from "@/lib/dsp/learned/softmax";
import { sumChroma } from "./chroma-timeline";
import { type FineChroma, tuningOf } from "./hpcp";
import { KEY_CALIBRATION } from "./key-calibration";
import { KeyEvidence } from "./key-inputs";
import { KEY_NETWORKS } from "./key-weights";
import { foldRows } from "./pitch-rows";
import { pitchClassFocus, tonality } from "./tonality";

/** A key and how likely it is the right one, 0 … 1. The tonic is a pitch class, 0 = C. */
export type KeyReading = { tonic: number; mode: "major" | "minor"; confidence: number };
/** The score of a key is unbounded, only its difference from the others means anything. */
export type KeyScore = { tonic: number; mode: "major" | "minor"; score: number };
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

/** Unpacked when first needed. */
let networks: DenseNetwork[] | undefined;

/**
 * Estimates the key of a piece from its fine chroma over time, as `ChromaTimeline` gives it: small networks,
 * learned from generated music, score major and minor on each of the twelve tonics. See docs/models/key.md.
 */
export function estimateKey(rows: readonly FineChroma[]): KeyEstimate {
  const whole = sumChroma(rows);
  if (whole.frames === 0) return { found: false, reason: "silence", tuning: null, atonality: null };
  const { cents, clarity } = tuningOf(whole);
  const tuning = { cents, confidence: clarity };
  const evidence = new KeyEvidence(foldRows(rows, cents));
  const { treble, bass, presence } = evidence.whole;
  const tonal = tonality(treble, bass, presence);
  const atonality = logistic((TONALITY_MIN - tonal) / TONALITY_SCALE);
  if (pitchClassFocus(treble) > SINGLE_NOTE_FOCUS_BITS)
    return { found: false, reason: "single_note", tuning, atonality };
  if (tonal < TONALITY_MIN) return { found: false, reason: "atonal", tuning, atonality };
  networks ??= KEY_NETWORKS.map((packed) => new DenseNetwork(packed));
  const beliefs = keyBeliefs(scoreKeys(evidence, networks)).sort((a, b) => b.confidence - a.confidence);
  const readings = calibratedBeliefs(beliefs, KEY_CALIBRATION).slice(0, READINGS_MAX);
  return { found: true, readings, tuning, atonality };
}

/** Scores of the 24 keys, each tonic's major before its minor: the mean of the networks'. */
export function scoreKeys(evidence: KeyEvidence, scorers: readonly DenseNetwork[]): KeyScore[] {
  return Array.from({ length: 12 }, (_, tonic) => {
    const inputs = evidence.inputs(tonic);
    const each = scorers.map((scorer) => scorer.scores(inputs));
    return (["major", "minor"] as const).map((mode, output) => {
      const score = each.reduce((sum, scores) => sum + scores[output], 0) / scorers.length;
      return { tonic, mode, score };
    });
  }).flat();
}

/** How likely each key is, in the order of the scores: their softmax. */
export function keyBeliefs(scores: KeyScore[]): KeyReading[] {
  const shares = softmax(scores.map(({ score }) => score));
  return scores.map(({ tonic, mode }, i) => ({ tonic, mode, confidence: shares[i] }));
}
