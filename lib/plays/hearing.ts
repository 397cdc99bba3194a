import { heardLength } from "./heard-parts";
import { firstSeen } from "./judge";
import { BEAT_PATTERNS } from "./patterns/beat-patterns";
import type { BeatMarks } from "./patterns/evidence";
import type { Recording } from "./play-rule";
import type { Heartbeat } from "./schema";

/** Hidden for longer, a page that sounds is seen by nobody. */
const SEEN_WITHIN_SECONDS = 2 * 60 * 60;

/** What a row of `plays` knows while it is open. */
export interface Hearing {
  heardSeconds: number;
  lastPositionSeconds: number;
  /** The number of the last heartbeat that was taken. */
  heartbeats: number;
  wasAudible: boolean;
  mark: string | null;
}

/**
 * What is known after a heartbeat. Null if it is old: each says all that was heard so far, so only a newer one says
 * anything. One that is impossible is counted and leaves its mark, and what it says is not believed.
 */
export function hear(
  known: Hearing,
  beat: Heartbeat,
  { recording, elapsedSeconds }: { recording: Recording; elapsedSeconds: number },
): Hearing | null {
  if (beat.number <= known.heartbeats) return null;
  const heardSeconds = heardLength(beat.parts);
  const marks: BeatMarks = {
    number: beat.number,
    heardSeconds,
    furthestSeconds: Math.max(0, ...beat.parts.map(([, to]) => to)),
    positionSeconds: beat.positionSeconds,
    clockSeconds: beat.clockSeconds,
    hiddenSeconds: beat.hiddenSeconds,
    elapsedSeconds,
    before: known,
    recording,
  };
  const mark = known.mark ?? firstSeen(BEAT_PATTERNS, marks);
  if (mark !== null) return { ...known, heartbeats: beat.number, mark };
  const isHeard = heardSeconds > 0 && !beat.isMuted && beat.hiddenSeconds <= SEEN_WITHIN_SECONDS;
  return {
    heardSeconds: Math.max(known.heardSeconds, Math.min(heardSeconds, recording.seconds)),
    lastPositionSeconds: Math.min(beat.positionSeconds, recording.seconds),
    heartbeats: beat.number,
    wasAudible: known.wasAudible || isHeard,
    mark,
  };
}
