import { interpolate } from "@/lib/dsp/transform/autocorrelation";
import type { RhythmProfile } from "./rhythm-profile";

/** Frames at which the onsets of all bands together, and of the low one, are. */
export type OnsetTimes = { all: number[]; low: number[] };

/** Least onset strength, in root mean squares, and as a share of the largest. */
const ONSET_MIN = 0.7;
const ONSET_SHARE_MIN = 0.12;
/** An onset is the largest value within this many frames. */
const ONSET_REACH = 2;
/** Intervals, in beats, that speak for or against a beat, and how far an interval may be off, in octaves. */
const INTERVAL_BEATS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4];
const INTERVAL_SPREAD_OCTAVES = 0.09;
/** An onset followed by nothing for this many beats is a long note; how far such notes are apart, in beats. */
const LONG_BEATS = 0.85;
const LONG_NOTE_BEATS = [1, 2, 3, 4];
const LONG_NOTE_SPREAD = 0.15;
/** A player's tempo wanders: repetition is looked for this far around its lag, as a share. */
const WANDERING = 0.06;
const WANDERING_STEPS = 6;
const WANDERING_BEATS = [1 / 2, 1, 2, 3, 4];

export function onsetTimes({ onsets }: RhythmProfile): OnsetTimes {
  return { all: peaksOf(onsets[3]), low: peaksOf(onsets[0]) };
}

function peaksOf(strength: Float64Array): number[] {
  const least = Math.max(ONSET_MIN, ONSET_SHARE_MIN * strength.reduce((a, b) => Math.max(a, b), 0));
  const peaks: number[] = [];
  for (let i = ONSET_REACH; i + ONSET_REACH < strength.length; i++) {
    if (strength[i] > least && isLargest(strength, i)) peaks.push(i);
  }
  return peaks;
}

/** Of equal values side by side only the last is one. */
function isLargest(strength: Float64Array, i: number): boolean {
  for (let step = 1; step <= ONSET_REACH; step++) {
    if (strength[i] < strength[i - step] || strength[i] <= strength[i + step]) return false;
  }
  return true;
}

/**
 * What the distances between neighbouring onsets say of a beat of `lag` frames: the share that is a simple part or
 * multiple of it, of all bands and of the low one; how often long notes follow one another by whole beats; and the
 * repetition of onsets where the tempo may wander by 6 %.
 */
export function intervalFeatures(profile: RhythmProfile, times: OnsetTimes, lag: number): number[] {
  return [
    ...[0, 3].flatMap((band) =>
      WANDERING_BEATS.map((count) => repetitionNear(profile.correlations[band], lag * count)),
    ),
    ...shares(intervals(times.all, lag)),
    ...shares(intervals(times.low, lag)),
    ...longNotes(times.all, lag),
  ];
}

function repetitionNear(correlation: Float64Array, lag: number): number {
  const reach = Math.max(1, lag * WANDERING);
  let best = -1;
  for (let step = -WANDERING_STEPS; step <= WANDERING_STEPS; step++) {
    best = Math.max(best, interpolate(correlation, lag + (step * reach) / WANDERING_STEPS));
  }
  return best;
}

const intervals = (frames: number[], lag: number) =>
  frames.slice(1).map((frame, i) => (frame - (frames[i] as number)) / lag);

/** Share of the intervals near each simple one, and the median interval in octaves of a beat. */
function shares(beats: number[]): number[] {
  const near = INTERVAL_BEATS.map((count) =>
    mean(beats, (beat) => Math.exp(-0.5 * (Math.log2(beat / count) / INTERVAL_SPREAD_OCTAVES) ** 2)),
  );
  const sorted = beats.slice().sort((a, b) => a - b);
  return [...near, Math.log2(Math.max(0.05, sorted[sorted.length >> 1] ?? 1))];
}

/** Share of intervals between long notes that are whole beats, and share of notes that are long. */
function longNotes(frames: number[], lag: number): number[] {
  const beats = intervals(frames, lag);
  const long = frames.filter((_, i) => (beats[i] ?? 0) > LONG_BEATS);
  const apart = intervals(long, lag);
  const whole = LONG_NOTE_BEATS.map((count) =>
    mean(apart, (beat) => Math.exp(-0.5 * ((beat - count) / LONG_NOTE_SPREAD) ** 2)),
  );
  return [...whole, long.length / Math.max(1, beats.length)];
}

function mean(items: number[], value: (item: number) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + value(item), 0) / items.length;
}
