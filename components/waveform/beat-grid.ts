import type { TimeRange } from "./peaks-view";
import { lowerBound } from "./segments";

/** Times in seconds, sorted; the downbeats are among the beats. */
export interface BeatGrid {
  beats: readonly number[];
  downbeats: readonly number[];
}

export interface GridLine {
  /** From the left edge of the view. */
  x: number;
  /** Counted from 1; null for a beat within a bar. */
  bar: number | null;
  /** Whether there is room for its number. */
  isNumbered: boolean;
}

/** Lines closer than this are a grey mist. */
const MIN_LINE_PIXELS = 7;
const MIN_NUMBER_PIXELS = 40;

/** Mean distance of neighbours in seconds; infinite where there is none. */
const spacing = (times: readonly number[]): number => {
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined || times.length < 2
    ? Number.POSITIVE_INFINITY
    : (last - first) / (times.length - 1);
};

/** The smallest power of two of things that are `pixels` apart which leaves `wanted` pixels between them. */
function thinning(pixels: number, wanted: number): number {
  let step = 1;
  while (pixels * step < wanted) step *= 2;
  return step;
}

/** Bars and, where they are far enough apart, beats in view. Far out only every second, fourth, … bar is left. */
export function gridLines(grid: BeatGrid, range: TimeRange, widthPixels: number): GridLine[] {
  const span = range.endSeconds - range.startSeconds;
  if (!(span > 0) || widthPixels <= 0) return [];
  const pixelsPerSecond = widthPixels / span;
  const xOf = (seconds: number) => (seconds - range.startSeconds) * pixelsPerSecond;
  const inView = (times: readonly number[]) => {
    const from = lowerBound(times.length, (index) => times[index] ?? 0, range.startSeconds);
    const to = lowerBound(times.length, (index) => times[index] ?? 0, range.endSeconds + Number.EPSILON);
    return { from, to };
  };
  const lines: GridLine[] = [];
  const { beats, downbeats } = grid;
  if (spacing(beats) * pixelsPerSecond >= MIN_LINE_PIXELS) {
    const bars = new Set(downbeats);
    const { from, to } = inView(beats);
    for (const seconds of beats.slice(from, to)) {
      if (!bars.has(seconds)) lines.push({ x: xOf(seconds), bar: null, isNumbered: false });
    }
  }
  const barPixels = spacing(downbeats) * pixelsPerSecond;
  const step = thinning(barPixels, MIN_LINE_PIXELS);
  const numberStep = thinning(barPixels, MIN_NUMBER_PIXELS);
  const { from, to } = inView(downbeats);
  for (let index = Math.ceil(from / step) * step; index < to; index += step) {
    const seconds = downbeats[index];
    if (seconds === undefined) break;
    lines.push({ x: xOf(seconds), bar: index + 1, isNumbered: index % numberStep === 0 });
  }
  return lines;
}

/** The time of the nearest beat, if one is near enough to be meant; else the time itself. */
export function snapToBeat(seconds: number, beats: readonly number[], withinSeconds: number): number {
  const after = lowerBound(beats.length, (index) => beats[index] ?? 0, seconds);
  const near = [beats[after - 1], beats[after]].filter((beat) => beat !== undefined);
  const [nearest] = near.sort((a, b) => Math.abs(a - seconds) - Math.abs(b - seconds));
  return nearest !== undefined && Math.abs(nearest - seconds) <= withinSeconds ? nearest : seconds;
}
