import type { PeakLevel, Peaks } from "@/lib/analysis/record/peaks-format";

/** A part of the recording, in seconds. */
export interface TimeRange {
  startSeconds: number;
  endSeconds: number;
}

/** What to paint, one entry per pixel column. */
export interface WaveformColumns {
  /** Lowest and highest sample, −1 … 1. */
  min: Float32Array;
  max: Float32Array;
  /** The share of bass, and of bass and mids together, in the level of the column, 0 … 1. The rest is treble. */
  lowShare: Float32Array;
  midShare: Float32Array;
}

const FULL_SCALE = 127;
/** In points: keeps a rounding error at a boundary from including the next point. */
const ROUNDING = 1e-6;

/** The coarsest level that has a point for every pixel, or the finest level if none has. */
export function levelFor(peaks: Peaks, secondsPerPixel: number): PeakLevel | undefined {
  return peaks.levels.findLast((level) => level.secondsPerPoint <= secondsPerPixel) ?? peaks.levels[0];
}

/** The loudest sample of the whole recording, 0 … 1. */
export function loudestSample(peaks: Peaks): number {
  const level = peaks.levels.at(-1);
  if (!level) return 0;
  let loudest = 0;
  for (let i = 0; i < level.max.length; i++) {
    loudest = Math.max(loudest, level.max[i] ?? 0, -(level.min[i] ?? 0));
  }
  return Math.min(1, loudest / FULL_SCALE);
}

/** The highest peak reaches this far towards the edge. */
const FILLED_SHARE = 0.96;

/** Amplification that draws quiet recordings as tall as loud ones; 1 for silence. */
export function gainToFill(peaks: Peaks): number {
  const loudest = loudestSample(peaks);
  return loudest > 0 ? FILLED_SHARE / loudest : 1;
}

/** How far a column reaches above and below the axis after amplification, each 0 … 1. */
export function reachOf(columns: WaveformColumns, x: number, gain: number): { up: number; down: number } {
  return { up: Math.min(1, (columns.max[x] ?? 0) * gain), down: Math.min(1, -(columns.min[x] ?? 0) * gain) };
}

/** Reduces a time range to pixel columns. Each column has the extremes of the points it covers: no peak is lost. */
export function columnsOf(peaks: Peaks, range: TimeRange, widthPixels: number): WaveformColumns {
  const width = Math.max(0, Math.floor(widthPixels));
  const columns: WaveformColumns = {
    min: new Float32Array(width),
    max: new Float32Array(width),
    lowShare: new Float32Array(width),
    midShare: new Float32Array(width),
  };
  const secondsPerPixel = (range.endSeconds - range.startSeconds) / width;
  const level = levelFor(peaks, secondsPerPixel);
  if (!level || !(secondsPerPixel > 0)) return columns;
  for (let x = 0; x < width; x++) {
    const from = Math.floor((range.startSeconds + x * secondsPerPixel) / level.secondsPerPoint + ROUNDING);
    const to = Math.ceil((range.startSeconds + (x + 1) * secondsPerPixel) / level.secondsPerPoint - ROUNDING);
    fillColumn(columns, x, level, from, Math.max(from + 1, to));
  }
  return columns;
}

function fillColumn(columns: WaveformColumns, x: number, level: PeakLevel, from: number, to: number): void {
  let [lowest, highest, low, mid, high] = [0, 0, 0, 0, 0];
  const end = Math.min(to, level.min.length);
  for (let i = Math.max(0, from); i < end; i++) {
    lowest = Math.min(lowest, level.min[i] ?? 0);
    highest = Math.max(highest, level.max[i] ?? 0);
    low += level.low[i] ?? 0;
    mid += level.mid[i] ?? 0;
    high += level.high[i] ?? 0;
  }
  columns.min[x] = Math.max(-1, lowest / FULL_SCALE);
  columns.max[x] = Math.min(1, highest / FULL_SCALE);
  const sum = low + mid + high;
  if (sum === 0) return;
  columns.lowShare[x] = low / sum;
  columns.midShare[x] = (low + mid) / sum;
}
