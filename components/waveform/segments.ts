import type { TimeRange } from "./peaks-view";

/** A named part of the recording: a chord, a section or a key. */
export interface Segment extends TimeRange {
  /** Short, for the canvas. */
  label: string;
  /** For tooltips and screen readers: `F♯ minor`. */
  spoken: string;
  /** Degrees on the colour wheel; null for "no chord". The same thing always has the same hue. */
  hue: number | null;
  /** Marks minor chords and keys, so that colour is not the only difference. */
  isHatched: boolean;
}

/** One row of segments below the waveform. */
export interface TimelineLane {
  id: string;
  name: string;
  segments: readonly Segment[];
}

export interface SegmentBox {
  index: number;
  x: number;
  width: number;
}

/** In a sorted list: the first index whose value is at least `seconds`, or `length` if there is none. */
export function lowerBound(length: number, secondsOf: (index: number) => number, seconds: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (secondsOf(middle) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the segment at a time, or −1. At a boundary it is the later segment. The segments are sorted. */
export function segmentIndexAt(segments: readonly TimeRange[], seconds: number): number {
  const after = lowerBound(segments.length, (index) => segments[index]?.endSeconds ?? 0, seconds);
  const index = segments[after]?.endSeconds === seconds && after + 1 < segments.length ? after + 1 : after;
  const found = segments[index];
  return found && found.startSeconds <= seconds && seconds <= found.endSeconds ? index : -1;
}

/** A media element lands slightly before the time it was sent to. */
const SEEK_ERROR_SECONDS = 0.01;

/** The index of the segment at the playhead, or −1. */
export function segmentIndexAtPlayhead(segments: readonly TimeRange[], positionSeconds: number): number {
  return segmentIndexAt(segments, positionSeconds + SEEK_ERROR_SECONDS);
}

/**
 * The segments in view as boxes in pixels, cut at the edges. If several fall into one pixel, only one is kept, so that
 * drawing a long piece costs no more than a short one.
 */
export function segmentBoxes(segments: readonly TimeRange[], range: TimeRange, widthPixels: number): SegmentBox[] {
  const span = range.endSeconds - range.startSeconds;
  if (!(span > 0) || widthPixels <= 0) return [];
  const pixelOf = (seconds: number) =>
    Math.min(widthPixels, Math.max(0, Math.round(((seconds - range.startSeconds) / span) * widthPixels)));
  const boxes: SegmentBox[] = [];
  const from = lowerBound(segments.length, (index) => segments[index]?.endSeconds ?? 0, range.startSeconds);
  for (let index = from; index < segments.length; index++) {
    const segment = segments[index];
    if (!segment || segment.startSeconds >= range.endSeconds) break;
    const x = pixelOf(segment.startSeconds);
    const width = pixelOf(segment.endSeconds) - x;
    if (width > 0) boxes.push({ index, x, width });
  }
  return boxes;
}

/** Segments that are at least this wide get a gap of one pixel to the next; a narrower one would nearly vanish. */
const MIN_GAPPED_PIXELS = 4;
const LABEL_PADDING_PIXELS = 5;
/** A label may come this close to the edges before it is left out. */
const MIN_LABEL_PADDING_PIXELS = 2;

/** How much of a box is filled. */
export function filledWidth(boxPixels: number): number {
  return boxPixels >= MIN_GAPPED_PIXELS ? boxPixels - 1 : boxPixels;
}

/** The space on each side of a label; null if the label does not fit. */
export function labelPadding(textPixels: number, filledPixels: number): number | null {
  const space = (filledPixels - textPixels) / 2;
  return space >= MIN_LABEL_PADDING_PIXELS ? Math.min(LABEL_PADDING_PIXELS, space) : null;
}

/** The segment a key moves to: a neighbour or an end. Null for keys the lane does not handle. */
export function segmentAfterKey(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  const target = {
    ArrowRight: index + 1,
    ArrowDown: index + 1,
    ArrowLeft: index - 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target));
}
