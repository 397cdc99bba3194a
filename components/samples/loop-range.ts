import { snapToBeat } from "@/components/waveform/beat-grid";
import type { TimeRange } from "@/components/waveform/peaks-view";

export const SHORTEST_LOOP_SECONDS = 0.05;

/** A person presses so late or early, however fast the sound runs. */
const SNAP_SECONDS = 0.12;
/** Beats farther apart than this are not neighbours in a grid. */
const LONGEST_BEAT_SECONDS = 2;

/**
 * The beat that was meant: the nearest one where there is a grid. Beside it, before the first beat or in a gap, only one
 * that is as near as a person presses late.
 *
 * @param tempo seconds of the recording in one second
 */
export function onBeat(seconds: number, beats: readonly number[], tempo: number): number {
  const nearest = snapToBeat(seconds, beats, Number.POSITIVE_INFINITY);
  const at = beats.indexOf(nearest);
  const gap =
    seconds < nearest
      ? nearest - (beats[at - 1] ?? Number.NEGATIVE_INFINITY)
      : (beats[at + 1] ?? Number.POSITIVE_INFINITY) - nearest;
  const reach = Math.max(SNAP_SECONDS * tempo, gap <= LONGEST_BEAT_SECONDS ? gap / 2 : 0);
  return snapToBeat(seconds, beats, reach);
}

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
