import type { TimeRange } from "./peaks-view";

/** The time at a position on the track. Positions outside the track count as its ends. */
export function secondsAt(x: number, widthPixels: number, durationSeconds: number): number {
  if (widthPixels <= 0) return 0;
  return Math.min(1, Math.max(0, x / widthPixels)) * durationSeconds;
}

/** The position of a time on the track; the reverse of `secondsAt`. */
export function pixelsAt(seconds: number, widthPixels: number, durationSeconds: number): number {
  const share = durationSeconds > 0 ? Math.min(1, Math.max(0, seconds / durationSeconds)) : 0;
  return share * widthPixels;
}

/** The part of the recording in view, for a track of `widthPixels` in a scroller of `viewportPixels`. */
export function rangeInView(options: {
  scrollLeft: number;
  viewportPixels: number;
  widthPixels: number;
  durationSeconds: number;
}): TimeRange {
  const { scrollLeft, viewportPixels, widthPixels, durationSeconds } = options;
  const secondsPerPixel = widthPixels > 0 ? durationSeconds / widthPixels : 0;
  return {
    startSeconds: scrollLeft * secondsPerPixel,
    endSeconds: (scrollLeft + viewportPixels) * secondsPerPixel,
  };
}

const MAX_ZOOM = 64;
/** Beyond this a stored point is a block of pixels, and zooming in shows nothing new. */
const MAX_PIXELS_PER_POINT = 4;

/** The zoom factors worth offering: 1 for the whole recording, then 2, 4, 8, … */
export function zoomLevels(options: {
  durationSeconds: number;
  finestSecondsPerPoint: number;
  viewportPixels: number;
}): number[] {
  const { durationSeconds, finestSecondsPerPoint, viewportPixels } = options;
  const levels = [1];
  if (viewportPixels <= 0 || finestSecondsPerPoint <= 0) return levels;
  const useful = (durationSeconds / finestSecondsPerPoint / viewportPixels) * MAX_PIXELS_PER_POINT;
  for (let zoom = 2; zoom <= Math.min(MAX_ZOOM, useful); zoom *= 2) levels.push(zoom);
  return levels;
}

/** The scroll position that keeps `anchorSeconds` in the same place on screen after zooming. */
export function scrollAfterZoom(options: {
  anchorSeconds: number;
  durationSeconds: number;
  viewportPixels: number;
  scrollLeft: number;
  fromZoom: number;
  toZoom: number;
}): number {
  const { anchorSeconds, durationSeconds, viewportPixels, scrollLeft, fromZoom, toZoom } = options;
  const share = durationSeconds > 0 ? anchorSeconds / durationSeconds : 0;
  const seenAt = share * viewportPixels * fromZoom - scrollLeft;
  // If it was off screen, it moves to the middle.
  const onScreen = seenAt >= 0 && seenAt <= viewportPixels ? seenAt : viewportPixels / 2;
  const wanted = share * viewportPixels * toZoom - onScreen;
  return Math.min(Math.max(0, wanted), viewportPixels * (toZoom - 1));
}

/** The scroll position that brings the playhead back into view, one page at a time; null while it is in view. */
export function scrollToFollow(playheadPixels: number, scrollLeft: number, viewportPixels: number): number | null {
  const isVisible = playheadPixels >= scrollLeft && playheadPixels <= scrollLeft + viewportPixels;
  return isVisible ? null : Math.max(0, playheadPixels - viewportPixels * 0.08);
}

const STEPS_SECONDS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];

/** The marks of the time ruler: the smallest round step whose labels do not overlap. */
export function timeTicks(durationSeconds: number, widthPixels: number, labelPixels = 72): number[] {
  if (durationSeconds <= 0 || widthPixels <= 0) return [];
  const wanted = (durationSeconds / widthPixels) * labelPixels;
  const step = STEPS_SECONDS.find((seconds) => seconds >= wanted) ?? 7200;
  const count = Math.floor(durationSeconds / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toFixed(2)));
}

/** `0:05`, or `0:05.25` if the marks are less than a second apart. */
export function formatTick(seconds: number, isFine: boolean): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds - minutes * 60;
  return isFine
    ? `${minutes}:${rest.toFixed(2).padStart(5, "0")}`
    : `${minutes}:${String(Math.round(rest)).padStart(2, "0")}`;
}
