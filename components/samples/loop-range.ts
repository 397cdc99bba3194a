import type { TimeRange } from "@/components/waveform/peaks-view";

export const SHORTEST_LOOP_SECONDS = 0.05;

/** Null for loops that are too short to hear. */
const longEnough = (range: TimeRange): TimeRange | null =>
  range.endSeconds - range.startSeconds >= SHORTEST_LOOP_SECONDS ? range : null;

/** The loop with a new start: up to its old end if that is later, otherwise to the end of the recording. */
export function loopFrom(startSeconds: number, loop: TimeRange | null, durationSeconds: number): TimeRange | null {
  const endSeconds = loop && loop.endSeconds > startSeconds ? loop.endSeconds : durationSeconds;
  return longEnough({ startSeconds, endSeconds });
}

/** The loop with a new end: from its old start if that is earlier, otherwise from the beginning. */
export function loopUntil(endSeconds: number, loop: TimeRange | null): TimeRange | null {
  const startSeconds = loop && loop.startSeconds < endSeconds ? loop.startSeconds : 0;
  return longEnough({ startSeconds, endSeconds });
}
