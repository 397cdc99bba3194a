import type { BeatProfile } from "./beat-phase";
import { positionFrame } from "./beat-sampling";

/** Off-beats are looked for in this part of a beat: from a little before the half to a little after the third third. */
const OFF_BEAT_FROM = 0.42;
const OFF_BEAT_TO = 0.73;
const BINS = 32;
const BIN_REACH = 2;
const OFF_BEATS_MIN = 6;
/** Off-beats weaker than this share of the beats say nothing. */
const OFF_BEAT_SHARE = 0.12;

/** Twelfths of a beat at which its parts lie. */
const HALF = 6;
const THIRDS = [4, 8];
const QUARTERS = [3, 9];

/** What speaks for beats cut into three (compound metre), as numbers around 0 … 3; of a profile whose beat is right. */
export function compoundFeatures({ bands }: BeatProfile, slot: number): Float64Array {
  const at = (profile: Float64Array, part: number) => profile[(part + slot) % profile.length];
  return Float64Array.from([
    ...bands.flatMap((profile) => Array.from(profile, (_, part) => at(profile, part))),
    ...bands.map((profile) => Math.min(at(profile, THIRDS[0]), at(profile, THIRDS[1]))),
    ...bands.map((profile) => Math.min(at(profile, THIRDS[0]), at(profile, THIRDS[1])) - at(profile, HALF)),
    ...bands.map((profile) => Math.max(...QUARTERS.map((part) => at(profile, part)))),
    1,
  ]);
}

/** Whether thirds of the beat are struck more than its half: without that nothing can be heard as compound. */
export function hasThirds({ bands }: BeatProfile, slot: number): boolean {
  const at = (part: number) => bands.reduce((sum, profile) => sum + profile[(part + slot) % profile.length], 0);
  return at(THIRDS[0]) + at(THIRDS[1]) > 2 * at(HALF);
}

/**
 * First over second part of a beat cut in two by its off-beat: 1 = straight, 2 = triplets, 3 = dotted. The off-beat is
 * the densest place of the strongest onsets between the beats; null where there are too few or too weak ones.
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
      positionFrame(beats, beat, OFF_BEAT_FROM),
      positionFrame(beats, beat, OFF_BEAT_TO),
    );
    if (!top) continue;
    const phase = (top.frame - beats[beat]) / (beats[beat + 1] - beats[beat]);
    const bin = Math.min(
      BINS - 1,
      Math.max(0, Math.floor(((phase - OFF_BEAT_FROM) / (OFF_BEAT_TO - OFF_BEAT_FROM)) * BINS)),
    );
    weights[bin] += top.strength;
    moments[bin] += top.strength * phase;
    offBeat += top.strength;
    count++;
  }
  if (count < OFF_BEATS_MIN || offBeat < OFF_BEAT_SHARE * onBeat) return null;
  const phase = densest(weights, moments);
  return Math.max(1, phase / (1 - phase));
}

/** The largest local maximum strictly between two frames, between frames. */
function strongestBetween(values: Float64Array, from: number, to: number): { frame: number; strength: number } | null {
  let top = -1;
  for (let i = Math.max(1, Math.ceil(from)); i <= Math.min(values.length - 2, Math.floor(to)); i++) {
    const peak = values[i] > 0 && values[i] >= values[i - 1] && values[i] > values[i + 1];
    if (peak && (top < 0 || values[i] > values[top])) top = i;
  }
  if (top < 0) return null;
  const curve = values[top - 1] - 2 * values[top] + values[top + 1];
  const offset = curve < 0 ? (0.5 * (values[top - 1] - values[top + 1])) / curve : 0;
  return { frame: top + offset, strength: values[top] };
}

function densest(weights: Float64Array, moments: Float64Array): number {
  let best = 0;
  let phase = 0.5;
  for (let bin = 0; bin < weights.length; bin++) {
    let weight = 0;
    let moment = 0;
    for (let i = Math.max(0, bin - BIN_REACH); i <= Math.min(weights.length - 1, bin + BIN_REACH); i++) {
      weight += weights[i];
      moment += moments[i];
    }
    if (weight <= best) continue;
    best = weight;
    phase = moment / weight;
  }
  return phase;
}
