import { formatPosition } from "@/lib/format/position";
import { formatDuration } from "@/lib/format/time";

/** Below this length whole seconds are too coarse. */
const SHORT_SECONDS = 10;

export interface PositionText {
  position: string;
  duration: string;
}

/** The position and the length of a recording, both in the precision that its length needs. */
export function positionText(positionSeconds: number, durationSeconds: number): PositionText {
  const format = durationSeconds < SHORT_SECONDS ? formatDuration : formatPosition;
  return { position: format(positionSeconds), duration: format(durationSeconds) };
}
