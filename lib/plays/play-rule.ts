/**
 * When a play counts. Published in docs/help/plays.md word for word: whoever has the plays can recompute the counts. A change
 * of any figure below is a new version; plays keep the version they began under.
 */
export const PLAY_RULE_VERSION = 1;

/** Up to this length a recording is a sample. So are one-shots and loops of any length. */
const SAMPLE_MAX_SECONDS = 30;
/** A song counts when half of it was heard, or this much, whichever comes first. */
const SONG_PART = 0.5;
const SONG_ENOUGH_SECONDS = 240;
/** The end of a sound is where the player stops reporting, and the last fraction of a second may get lost. */
const WHOLE_PART = 0.95;

export interface Recording {
  seconds: number;
  kind: "one-shot" | "loop" | "track" | null;
}

/** What a qualified play of it is called: samples have previews, songs have plays. */
export function countsAs({ seconds, kind }: Recording): "plays" | "previews" {
  return kind === "one-shot" || kind === "loop" || seconds <= SAMPLE_MAX_SECONDS ? "previews" : "plays";
}

/** How many seconds of it, each part counted once, must be heard. */
export function secondsToHear(recording: Recording): number {
  const { seconds } = recording;
  if (countsAs(recording) === "previews") return seconds * WHOLE_PART;
  return Math.min(seconds * SONG_PART, SONG_ENOUGH_SECONDS);
}

export const isHeardEnough = (recording: Recording, heardSeconds: number): boolean =>
  heardSeconds > 0 && heardSeconds >= secondsToHear(recording);

/** One qualified play for each listener in the recording's own length: whether two starts are too close for both. */
export const areTooClose = ({ seconds }: Recording, oneStartMs: number, otherStartMs: number): boolean =>
  Math.abs(oneStartMs - otherStartMs) < seconds * 1000;
