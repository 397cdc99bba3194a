import type { TimeRange } from "./peaks-view";

/** A stretch of the recording with a name: a chord, a section, a key. */
export interface Segment extends TimeRange {
  /** As painted: short. */
  label: string;
  /** As read aloud and in tooltips: `F♯ minor`. */
  spoken: string;
  /** Degrees on the colour wheel; null for stretches without anything. Equal hues mean equal things. */
  hue: number | null;
  /** A second mark beside the hue, so that colour is never alone: minor chords and keys. */
  isHatched: boolean;
}

/** A row of them under the waveform. */
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

/** The first index whose value is not below `seconds`; `length` where all are. The list is sorted. */
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

/** Which of the sorted segments a moment lies in; −1 in a gap and outside. A boundary belongs to what begins there. */
export function segmentIndexAt(segments: readonly TimeRange[], seconds: number): number {
  const after = lowerBound(segments.length, (index) => segments[index]?.endSeconds ?? 0, seconds);
  // The end of one is the beginning of the next.
  const index = segments[after]?.endSeconds === seconds && after + 1 < segments.length ? after + 1 : after;
  const found = segments[index];
  return found && found.startSeconds <= seconds && seconds <= found.endSeconds ? index : -1;
}

/** A media element seeks to just before where it was sent. */
const SEEK_ERROR_SECONDS = 0.01;

/** Which segment is heard at the playhead. */
export function segmentIndexAtPlayhead(segments: readonly TimeRange[], positionSeconds: number): number {
  return segmentIndexAt(segments, positionSeconds + SEEK_ERROR_SECONDS);
}

/**
 * The segments in view as boxes in pixels, cut at the edges. Of many in one pixel the first is drawn: the cost grows
 * with the width, not with the length of the piece.
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

/** Where a key on a lane leads: the neighbours and the ends; null for keys that are not its own. */
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
