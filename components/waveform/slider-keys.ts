import type { TimeRange } from "./peaks-view";

/** The position a key moves to, in seconds. Steps are shorter when less is in view. Null for keys the slider does not handle. */
export function sliderTarget(
  key: string,
  positionSeconds: number,
  { durationSeconds, viewSeconds }: { durationSeconds: number; viewSeconds: number },
): number | null {
  const step = Math.min(1, viewSeconds / 20);
  const target = {
    ArrowRight: positionSeconds + step,
    ArrowUp: positionSeconds + step,
    ArrowLeft: positionSeconds - step,
    ArrowDown: positionSeconds - step,
    PageUp: positionSeconds + viewSeconds / 10,
    PageDown: positionSeconds - viewSeconds / 10,
    Home: 0,
    End: durationSeconds,
  }[key];
  return target === undefined ? null : Math.min(durationSeconds, Math.max(0, target));
}

/** Which end of a selection moves if it is extended from here, and which stays. Without one, both are here. */
export function selectionEnds(selected: TimeRange | null, seconds: number): { moving: number; anchor: number } {
  if (!selected) return { moving: seconds, anchor: seconds };
  const { startSeconds, endSeconds } = selected;
  const startMoves = Math.abs(seconds - startSeconds) < Math.abs(seconds - endSeconds);
  return startMoves ? { moving: startSeconds, anchor: endSeconds } : { moving: endSeconds, anchor: startSeconds };
}

/** What lies between two times; null if nothing does. */
export function between(first: number, second: number): TimeRange | null {
  if (first === second) return null;
  return { startSeconds: Math.min(first, second), endSeconds: Math.max(first, second) };
}
