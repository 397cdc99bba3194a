import { crossed, FeatureLayout, numbered } from "@/lib/dsp/learned/feature-layout";
import { vertexOffset } from "@/lib/dsp/transform/interpolation";
import { BEAT_SLOTS, type BeatProfile, turned } from "./beat-phase";
import { positionFrame } from "./beat-sampling";
import { ONSET_BANDS } from "./onset-strength";

/** Off-beats are looked for in this part of a beat: from a little before the half to a little after two thirds. */
const OFF_BEAT_FROM_BEATS = 0.42;
const OFF_BEAT_TO_BEATS = 0.73;
const BINS = 32;
const REACH_BINS = 2;
const OFF_BEATS_MIN = 6;
/** Off-beats weaker than this share of the beats say nothing. */
const OFF_BEAT_SHARE = 0.12;

/** Twelfths of a beat at which its parts lie. */
const HALF = 6;
const THIRDS = [4, 8];
const QUARTERS = [3, 9];

/** What {@link compoundFeatures} returns: the inputs of `COMPOUND_NETWORKS`. */
export const COMPOUND_LAYOUT = new FeatureLayout({
  strength: crossed(ONSET_BANDS, numbered(BEAT_SLOTS)),
  weakerThird: ONSET_BANDS,
  weakerThirdOverHalf: ONSET_BANDS,
  strongerQuarter: ONSET_BANDS,
  constant: "value",
});

/**
 * What speaks for beats that are cut into three (compound metre), as {@link COMPOUND_LAYOUT} says.
 *
 * @param slot where the true beat lies, in twelfths after the tracked one
 */
export function compoundFeatures({ bands }: BeatProfile, slot: number): Float64Array {
  const strength = bands.map((profile) => turned(profile, slot));
  const weakerThird = strength.map((profile) => Math.min(profile[THIRDS[0]], profile[THIRDS[1]]));
  return COMPOUND_LAYOUT.vector({
    strength: strength.flat(),
    weakerThird,
    weakerThirdOverHalf: weakerThird.map((third, band) => third - strength[band][HALF]),
    strongerQuarter: strength.map((profile) => Math.max(...QUARTERS.map((part) => profile[part]))),
    constant: 1,
  });
}

/** Whether the thirds of a beat are struck more than its half. If not, nothing can be heard as compound. */
export function hasThirds({ bands }: BeatProfile, slot: number): boolean {
  const at = (part: number) => bands.reduce((sum, profile) => sum + profile[(part + slot) % profile.length], 0);
  return at(THIRDS[0]) + at(THIRDS[1]) > 2 * at(HALF);
}

/**
 * First part of a beat over its second, as its off-beat divides it: 1 = straight, 2 = triplets, 3 = dotted; at least 1.
 * The off-beat is where the strongest onsets between the beats lie most densely. Returns null if there are too few of
 * them or they are too weak.
 *
 * @param envelope from `beatEnvelope`, one value a frame
 * @param beats fractional frames, ascending
 */
export function swingRatio(envelope: Float64Array, beats: Float64Array): number | null {
  const weights = new Float64Array(BINS);
  const moments = new Float64Array(BINS);
  let count = 0;
  let onBeat = 0;
  let offBeat = 0;
  for (let beat = 0; beat + 1 < beats.length; beat++) {
    onBeat += envelope[Math.round(beats[beat])] ?? 0;
    const top = strongestBetween(
      envelope,
      positionFrame(beats, beat, OFF_BEAT_FROM_BEATS),
      positionFrame(beats, beat, OFF_BEAT_TO_BEATS),
    );
    if (!top) continue;
    const phase = (top.frame - beats[beat]) / (beats[beat + 1] - beats[beat]);
    const bin = binOf(phase);
    weights[bin] += top.strength;
    moments[bin] += top.strength * phase;
    offBeat += top.strength;
    count++;
  }
  if (count < OFF_BEATS_MIN || offBeat < OFF_BEAT_SHARE * onBeat) return null;
  const phase = densest(weights, moments);
  return Math.max(1, phase / (1 - phase));
}

function binOf(phase: number): number {
  const bin = Math.floor(((phase - OFF_BEAT_FROM_BEATS) / (OFF_BEAT_TO_BEATS - OFF_BEAT_FROM_BEATS)) * BINS);
  return Math.min(BINS - 1, Math.max(0, bin));
}

/** The largest local maximum from one frame to another, to a fraction of a frame. */
function strongestBetween(values: Float64Array, from: number, to: number): { frame: number; strength: number } | null {
  let top = -1;
  for (let i = Math.max(1, Math.ceil(from)); i <= Math.min(values.length - 2, Math.floor(to)); i++) {
    const peak = values[i] > 0 && values[i] >= values[i - 1] && values[i] > values[i + 1];
    if (peak && (top < 0 || values[i] > values[top])) top = i;
  }
  if (top < 0) return null;
  const frame = top + vertexOffset(values[top - 1], values[top], values[top + 1]);
  return { frame, strength: values[top] };
}

/** Centre of gravity, as a phase of the beat, of the bins that weigh most together with their neighbours. */
function densest(weights: Float64Array, moments: Float64Array): number {
  let best = 0;
  let phase = 0.5;
  for (let bin = 0; bin < weights.length; bin++) {
    let weight = 0;
    let moment = 0;
    for (let i = Math.max(0, bin - REACH_BINS); i <= Math.min(weights.length - 1, bin + REACH_BINS); i++) {
      weight += weights[i];
      moment += moments[i];
    }
    if (weight <= best) continue;
    best = weight;
    phase = moment / weight;
  }
  return phase;
}
