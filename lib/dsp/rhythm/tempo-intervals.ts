import { crossed, FeatureLayout, labels } from "@/lib/dsp/learned/feature-layout";
import { interpolate } from "@/lib/dsp/transform/interpolation";
import type { RhythmProfile } from "./rhythm-profile";

/** Frames of the onsets of all bands together and of the low band, ascending. */
export type OnsetTimes = { all: number[]; low: number[] };

/** Least strength of an onset, in root mean squares, and as a share of the largest. */
const ONSET_MIN = 0.7;
const ONSET_SHARE_MIN = 0.12;
/** An onset is the largest value within this many frames. */
const ONSET_REACH_FRAMES = 2;
/** Intervals that speak for or against a beat, and how far an interval may be off. */
const INTERVAL_BEATS = [1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 3 / 2, 2, 3, 4];
const INTERVAL_SPREAD_OCTAVES = 0.09;
const MEDIAN_MIN_BEATS = 0.05;
/** An onset followed by nothing for this long is a long note; how far apart such notes are. */
const LONG_BEATS = 0.85;
const LONG_NOTE_BEATS = [1, 2, 3, 4];
const LONG_NOTE_SPREAD_BEATS = 0.15;
/** A player's tempo wanders: repetition is looked for this far around its lag, as a share. */
const WANDERING_SHARE = 0.06;
const WANDERING_STEPS = 6;
const WANDERING_BEATS = [1 / 2, 1, 2, 3, 4];
/** Bands of the profile whose repetition is looked at: the low one and all together. */
const WANDERING_BANDS = [0, 3];

/** What {@link intervalFeatures} returns. */
export const INTERVAL_LAYOUT = new FeatureLayout({
  wandering: crossed(["low", "all"], WANDERING_BEATS),
  near: labels(INTERVAL_BEATS),
  median: "value",
  lowNear: labels(INTERVAL_BEATS),
  lowMedian: "value",
  longNotes: labels(LONG_NOTE_BEATS),
  longShare: "value",
});

/** The clear onsets of a profile. */
export function onsetTimes({ onsets }: RhythmProfile): OnsetTimes {
  return { all: peaksOf(onsets[3]), low: peaksOf(onsets[0]) };
}

function peaksOf(strength: Float64Array): number[] {
  const least = Math.max(ONSET_MIN, ONSET_SHARE_MIN * strength.reduce((a, b) => Math.max(a, b), 0));
  const peaks: number[] = [];
  for (let i = ONSET_REACH_FRAMES; i + ONSET_REACH_FRAMES < strength.length; i++) {
    if (strength[i] > least && isLargest(strength, i)) peaks.push(i);
  }
  return peaks;
}

/** Where equal values lie side by side, only the last one counts. */
function isLargest(strength: Float64Array, i: number): boolean {
  for (let step = 1; step <= ONSET_REACH_FRAMES; step++) {
    if (strength[i] < strength[i - step] || strength[i] <= strength[i + step]) return false;
  }
  return true;
}

/**
 * What the distances between neighbouring onsets say about a beat of `lag` frames: the share of them that is a simple
 * part or multiple of it, for all bands and for the low one; how often long notes follow one another by whole beats;
 * and how well the onsets repeat if the tempo may wander by 6 %.
 *
 * @returns as {@link INTERVAL_LAYOUT} says: medians in octaves of a beat, everything else −1 … 1
 */
export function intervalFeatures(profile: RhythmProfile, times: OnsetTimes, lag: number): Float64Array {
  const all = intervals(times.all, lag);
  const low = intervals(times.low, lag);
  const long = times.all.filter((_, i) => (all[i] ?? 0) > LONG_BEATS);
  return INTERVAL_LAYOUT.vector({
    wandering: WANDERING_BANDS.flatMap((band) =>
      WANDERING_BEATS.map((count) => repetitionNear(profile.correlations[band], lag * count)),
    ),
    near: sharesNear(all),
    median: medianOctaves(all),
    lowNear: sharesNear(low),
    lowMedian: medianOctaves(low),
    longNotes: wholeBeatShares(intervals(long, lag)),
    longShare: long.length / Math.max(1, all.length),
  });
}

function repetitionNear(correlation: Float64Array, lag: number): number {
  const reach = Math.max(1, lag * WANDERING_SHARE);
  let best = -1;
  for (let step = -WANDERING_STEPS; step <= WANDERING_STEPS; step++) {
    best = Math.max(best, interpolate(correlation, lag + (step * reach) / WANDERING_STEPS));
  }
  return best;
}

/** From each onset to the next, in beats. */
const intervals = (frames: number[], lag: number) =>
  frames.slice(1).map((frame, i) => (frame - (frames[i] as number)) / lag);

function sharesNear(beats: number[]): number[] {
  return INTERVAL_BEATS.map((count) =>
    mean(beats, (beat) => Math.exp(-0.5 * (Math.log2(beat / count) / INTERVAL_SPREAD_OCTAVES) ** 2)),
  );
}

function medianOctaves(beats: number[]): number {
  const sorted = beats.slice().sort((a, b) => a - b);
  return Math.log2(Math.max(MEDIAN_MIN_BEATS, sorted[sorted.length >> 1] ?? 1));
}

function wholeBeatShares(beats: number[]): number[] {
  return LONG_NOTE_BEATS.map((count) =>
    mean(beats, (beat) => Math.exp(-0.5 * ((beat - count) / LONG_NOTE_SPREAD_BEATS) ** 2)),
  );
}

function mean(items: number[], value: (item: number) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + value(item), 0) / items.length;
}
