import type { BeatMarks } from "./evidence";

type Pattern = (marks: BeatMarks) => boolean;

/** The player plays at 2.9 times the speed at most. The rest is for clocks that differ. */
const FASTEST = 3.1;
/** Sound may begin before the request that announces it has arrived. */
const HEAD_START_SECONDS = 5;
/** A browser's clock may stand still in sleep, but it never runs ahead of ours. */
const SKEW_SECONDS = 30;
const SKEW_PART = 0.05;
/** Encoders add silence, and what a file says about its length is rounded. */
const BEYOND_SECONDS = 1.5;
const SHRINK_SECONDS = 0.5;
/** The player sends one after ten seconds, and one at each pause, seek and change of page. */
const FASTEST_BEAT_SECONDS = 1;
const BEATS_AT_ONCE = 20;
const HIDDEN_MAX_SECONDS = 3 * 60 * 60;

const impossibleSpeed: Pattern = ({ heardSeconds, elapsedSeconds }) =>
  heardSeconds > elapsedSeconds * FASTEST + HEAD_START_SECONDS;

const clockSkew: Pattern = ({ clockSeconds, elapsedSeconds }) =>
  clockSeconds > elapsedSeconds * (1 + SKEW_PART) + SKEW_SECONDS;

const beyondTheEnd: Pattern = ({ furthestSeconds, positionSeconds, recording }) =>
  Math.max(furthestSeconds, positionSeconds) > recording.seconds + BEYOND_SECONDS;

/** Each heartbeat says all that was heard so far, and that cannot become less. */
const shrinking: Pattern = ({ heardSeconds, before }) => heardSeconds < before.heardSeconds - SHRINK_SECONDS;

const tooManyBeats: Pattern = ({ number, elapsedSeconds }) =>
  number > elapsedSeconds / FASTEST_BEAT_SECONDS + BEATS_AT_ONCE;

/** Music in a hidden tab is heard. A tab that nobody has looked at for hours is a machine. */
const hiddenForHours: Pattern = ({ hiddenSeconds }) => hiddenSeconds > HIDDEN_MAX_SECONDS;

/** Seen when a heartbeat comes. A play that shows one is believed no further. */
export const BEAT_PATTERNS = {
  impossible_speed: impossibleSpeed,
  beyond_the_end: beyondTheEnd,
  shrinking,
  clock_skew: clockSkew,
  too_many_heartbeats: tooManyBeats,
  hidden_for_hours: hiddenForHours,
} as const satisfies Record<string, Pattern>;
