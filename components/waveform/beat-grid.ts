import type { TimeRange } from "./peaks-view";
import { lowerBound } from "./segments";

/** Sorted times in seconds. Every downbeat is also a beat. */
export interface BeatGrid {
  beats: readonly number[];
  downbeats: readonly number[];
}

export interface GridLine {
  /** Pixels from the left edge of the view. */
  x: number;
  /** The number of the bar that starts here, from 1; null for a beat within a bar. */
  bar: number | null;
  /** Whether there is room for the bar number. */
  isNumbered: boolean;
}

/** Lines closer together than this blur into a grey area. */
const MIN_LINE_PIXELS = 7;
const MIN_NUMBER_PIXELS = 40;

/** Mean time between neighbours in seconds; infinite for fewer than two. */
const spacing = (times: readonly number[]): number => {
  const [first, last] = [times[0], times.at(-1)];
  return first === undefined || last === undefined || times.length < 2
    ? Number.POSITIVE_INFINITY
    : (last - first) / (times.length - 1);
};

/** If lines are `pixels` apart: every how many to draw (a power of two) so that they are `wanted` pixels apart. */
function thinning(pixels: number, wanted: number): number {
  let step = 1;
  while (pixels * step < wanted) step *= 2;
  return step;
}

/** The bars in view, and the beats if they are far enough apart. Zoomed out, every second, fourth, … bar remains. */
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

/** The nearest beat if it is at most `withinSeconds` away, otherwise the time itself. */
export function snapToBeat(seconds: number, beats: readonly number[], withinSeconds: number): number {
  const after = lowerBound(beats.length, (index) => beats[index] ?? 0, seconds);
  const near = [beats[after - 1], beats[after]].filter((beat) => beat !== undefined);
  const [nearest] = near.sort((a, b) => Math.abs(a - seconds) - Math.abs(b - seconds));
  return nearest !== undefined && Math.abs(nearest - seconds) <= withinSeconds ? nearest : seconds;
}
