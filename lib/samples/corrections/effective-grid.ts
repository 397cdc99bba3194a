import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { SampleCorrections } from "./schema";

/** Sorted times in seconds. Every downbeat is also a beat. */
export interface EffectiveGrid {
  beats: readonly number[];
  downbeats: readonly number[];
}

export type MeasuredGrid = Pick<AnalysisRecord, "beats" | "downbeats" | "meter" | "tempo" | "durationSeconds">;
export type GridCorrections = Pick<SampleCorrections, "bpm" | "grid">;

const USUAL_BEATS_PER_BAR = 4;
/** A corrected tempo this near to the measured one, or to a simple ratio of it, is the same pulse, counted otherwise. */
const SAME_PULSE = 0.02;
const COUNTED_OTHERWISE: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [3, 2],
  [2, 3],
  [4, 3],
  [3, 4],
  [3, 1],
  [1, 3],
  [4, 1],
  [1, 4],
];
/** More lines than an hour and a half at 200 BPM has are no help to anybody. */
const BEATS_MAX = 20_000;

/**
 * Where beats and bars are, given what a person has corrected. A tempo that is a simple ratio of the measured one counts
 * the same pulse otherwise, so that its beats keep following the player; any other tempo gives an even grid through the
 * first downbeat. Then the one of the bar, and the grid as a whole, move as the person said. Null without beats.
 */
export function effectiveGrid(record: MeasuredGrid, { bpm, grid }: GridCorrections): EffectiveGrid | null {
  if (bpm && bpm.value === null) return null;
  const counted = bpm?.value ? countedAt(record, bpm.value) : measuredGrid(record);
  if (!counted) return null;
  const { shiftBeats, offsetMs } = grid?.value ?? { shiftBeats: 0, offsetMs: 0 };
  const moved = (index: number) => (counted.beats[index] ?? 0) + offsetMs / 1000;
  const isInside = (seconds: number) => seconds >= 0 && seconds < record.durationSeconds;
  const ones = shiftBeats === 0 ? counted.ones : shifted(counted, shiftBeats, beatsPerBar(record));
  return {
    beats: counted.beats.map((_, index) => moved(index)).filter(isInside),
    downbeats: ones.map(moved).filter(isInside),
  };
}

/** Beats, and which of them begin a bar. */
interface Counted {
  beats: readonly number[];
  /** Sorted indices into `beats`. */
  ones: readonly number[];
}

const beatsPerBar = ({ meter }: MeasuredGrid) => meter?.beatsPerBar ?? USUAL_BEATS_PER_BAR;

function measuredGrid({ beats, downbeats }: MeasuredGrid): Counted | null {
  if (!beats?.length) return null;
  const indexOf = new Map(beats.map((seconds, index) => [seconds, index]));
  return { beats, ones: (downbeats ?? []).flatMap((seconds) => indexOf.get(seconds) ?? []) };
}

function countedAt(record: MeasuredGrid, bpm: number): Counted | null {
  const measured = measuredGrid(record);
  const heard = record.tempo?.bpm;
  const ratio =
    heard === undefined ? undefined : COUNTED_OTHERWISE.find(([up, down]) => isNear(bpm, (heard * up) / down));
  if (measured && measured.beats.length > 1 && ratio) {
    const [up, down] = ratio;
    return up === down ? measured : recounted(measured, up / down, record);
  }
  return evenGrid(bpm, measured?.beats[measured.ones[0] ?? 0] ?? 0, record);
}

const isNear = (value: number, other: number) => Math.abs(value / other - 1) <= SAME_PULSE;

/** `rate` beats for each one that was measured, counted from the first bar; between two measured beats they are even. */
function recounted({ beats, ones }: Counted, rate: number, record: MeasuredGrid): Counted {
  const first = ones[0] ?? 0;
  const last = beats.length - 1;
  const secondsAt = (place: number) => {
    const index = Math.min(Math.max(Math.floor(place), 0), last - 1);
    const [from = 0, to = 0] = [beats[index], beats[index + 1]];
    return from + (to - from) * (place - index);
  };
  const before = Math.floor(first * rate);
  const after = Math.floor((last - first + 1 - 1e-9) * rate);
  const places = Array.from(
    { length: Math.min(before + after + 1, BEATS_MAX) },
    (_, at) => first + (at - before) / rate,
  );
  return { beats: places.map(secondsAt), ones: everyBar(before, places.length, beatsPerBar(record)) };
}

function evenGrid(bpm: number, anchorSeconds: number, record: MeasuredGrid): Counted {
  const interval = 60 / bpm;
  const before = Math.floor(anchorSeconds / interval);
  const all = Math.ceil((record.durationSeconds - anchorSeconds) / interval) + before;
  const length = Math.max(0, Math.min(all, BEATS_MAX));
  const beats = Array.from({ length }, (_, at) => anchorSeconds + (at - before) * interval);
  return { beats, ones: everyBar(before, length, beatsPerBar(record)) };
}

/** Every bar, given one beat that begins one. */
function everyBar(one: number, beats: number, perBar: number): number[] {
  const first = one % perBar;
  return Array.from({ length: Math.max(0, Math.ceil((beats - first) / perBar)) }, (_, bar) => first + bar * perBar);
}

/** Each bar begins later by so many beats. A bar is added in front where there is room for one. */
function shifted({ beats, ones }: Counted, by: number, perBar: number): number[] {
  const [first = 0] = ones;
  const bars = ones.length > 0 ? ones : everyBar(0, beats.length, perBar);
  const moved = bars.map((index) => index + by);
  for (let index = first + by - perBar; index >= 0; index -= perBar) moved.unshift(index);
  const last = (moved.at(-1) ?? 0) + perBar;
  if (last < beats.length) moved.push(last);
  return moved.filter((index) => index >= 0 && index < beats.length);
}
