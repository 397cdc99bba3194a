import { FRAMES_PER_POINT, WINDOW_POINTS_MAX } from "@/lib/waveforms/constants";
import { hasSamples, type WaveformWindow } from "@/lib/waveforms/window-format";
import type { TimeRange, WaveformColumns } from "./peaks-view";

const INT16 = 32_767;

/** Which tiles a view needs. Tile `n` has the points from `n` times `WINDOW_POINTS_MAX` on. */
export interface TileSpan {
  framesPerPoint: number;
  first: number;
  last: number;
}

export type TileAt = (framesPerPoint: number, tile: number) => WaveformWindow | null;

/** What a recording is made of, and how fine its stored waveform is. */
export interface DetailOf {
  durationSeconds: number;
  sampleRateHz: number;
  finestSecondsPerPoint: number;
}

/** The tiles for a view of so many pixels of the screen. Null while the stored waveform is fine enough. */
export function tilesFor(range: TimeRange, widthPixels: number, sound: DetailOf): TileSpan | null {
  const { durationSeconds, sampleRateHz, finestSecondsPerPoint } = sound;
  const secondsPerPixel = (range.endSeconds - range.startSeconds) / widthPixels;
  if (!(secondsPerPixel > 0) || finestSecondsPerPoint <= secondsPerPixel) return null;
  const framesPerPixel = secondsPerPixel * sampleRateHz;
  const framesPerPoint = FRAMES_PER_POINT.findLast((frames) => frames <= framesPerPixel) ?? 1;
  const tileFrames = framesPerPoint * WINDOW_POINTS_MAX;
  const lastFrame = Math.max(0, Math.ceil(durationSeconds * sampleRateHz) - 1);
  const tileOf = (seconds: number) => Math.floor(Math.min(lastFrame, Math.max(0, seconds * sampleRateHz)) / tileFrames);
  return { framesPerPoint, first: tileOf(range.startSeconds), last: tileOf(range.endSeconds) };
}

/** Reads points one after the other, whichever tiles they are in. */
class Points {
  #tile = -1;
  #window: WaveformWindow | null = null;
  min = 0;
  max = 0;

  constructor(
    private readonly framesPerPoint: number,
    private readonly tileAt: TileAt,
  ) {}

  /** Puts the extremes of a point into `min` and `max`. False if it is not there (yet). */
  read(point: number): boolean {
    if (point < 0) return false;
    const tile = Math.floor(point / WINDOW_POINTS_MAX);
    if (tile !== this.#tile) {
      this.#tile = tile;
      this.#window = this.tileAt(this.framesPerPoint, tile);
    }
    const window = this.#window;
    const at = point - tile * WINDOW_POINTS_MAX;
    return (
      window !== null && (hasSamples(window) ? this.#ofSamples(window.channels, at) : this.#ofExtremes(window, at))
    );
  }

  #ofSamples(channels: readonly Float32Array[], at: number): boolean {
    if (at >= (channels[0]?.length ?? 0)) return false;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
    for (const channel of channels) {
      this.min = Math.min(this.min, channel[at] as number);
      this.max = Math.max(this.max, channel[at] as number);
    }
    return true;
  }

  #ofExtremes({ min, max }: { min: Int16Array; max: Int16Array }, at: number): boolean {
    if (at >= min.length) return false;
    this.min = (min[at] as number) / INT16;
    this.max = (max[at] as number) / INT16;
    return true;
  }
}

/** Replaces the extremes of columns by exact ones, where tiles have them. The bands stay. Returns how many have changed. */
export function refineColumns(
  columns: WaveformColumns,
  range: TimeRange,
  { sampleRateHz, framesPerPoint, tileAt }: { sampleRateHz: number; framesPerPoint: number; tileAt: TileAt },
): number {
  const width = columns.min.length;
  const pointsPerPixel = ((range.endSeconds - range.startSeconds) * sampleRateHz) / framesPerPoint / width;
  const start = (range.startSeconds * sampleRateHz) / framesPerPoint;
  const points = new Points(framesPerPoint, tileAt);
  let refined = 0;
  for (let x = 0; x < width; x++) {
    // The point before joins a column to its neighbour: without it, steep slopes fall apart.
    const from = Math.floor(start + x * pointsPerPixel) - 1;
    const to = Math.max(from + 2, Math.ceil(start + (x + 1) * pointsPerPixel));
    let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let point = from; point < to; point++) {
      if (!points.read(point)) continue;
      lowest = Math.min(lowest, points.min);
      highest = Math.max(highest, points.max);
    }
    if (lowest > highest) continue;
    columns.min[x] = Math.max(-1, lowest);
    columns.max[x] = Math.min(1, highest);
    refined += 1;
  }
  return refined;
}

/** Every sample in view and one more at each side, for each channel. `firstFrame` is that of the first. */
export interface SamplesInView {
  firstFrame: number;
  channels: Float32Array[];
}

/** Null if some of them are not there (yet). */
export function samplesInView(
  range: TimeRange,
  { durationSeconds, sampleRateHz }: Pick<DetailOf, "durationSeconds" | "sampleRateHz">,
  tileAt: TileAt,
): SamplesInView | null {
  const total = Math.round(durationSeconds * sampleRateHz);
  const firstFrame = Math.max(0, Math.floor(range.startSeconds * sampleRateHz) - 1);
  const end = Math.min(total, Math.ceil(range.endSeconds * sampleRateHz) + 2);
  const channels: Float32Array[] = [];
  for (let frame = firstFrame; frame < end; ) {
    const tile = Math.floor(frame / WINDOW_POINTS_MAX);
    const window = tileAt(1, tile);
    if (!window || !hasSamples(window)) return null;
    const from = frame - tile * WINDOW_POINTS_MAX;
    const count = Math.min(end - frame, (window.channels[0]?.length ?? 0) - from);
    if (count <= 0) break;
    for (const [index, samples] of window.channels.entries()) {
      channels[index] ??= new Float32Array(end - firstFrame);
      channels[index].set(samples.subarray(from, from + count), frame - firstFrame);
    }
    frame += count;
  }
  return channels.length > 0 ? { firstFrame, channels } : null;
}
