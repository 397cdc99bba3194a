import { heardLength, type Part } from "@/lib/plays/heard-parts";
import { countsAs, isHeardEnough, secondsToHear } from "@/lib/plays/play-rule";
import type { Evidence, JudgedPlay } from "./evidence";
import { median, mostWithin, partNear, variation } from "./spread";

type Pattern = (evidence: Evidence) => boolean;

const HOUR_MS = 60 * 60 * 1000;
const isSong = ({ recording }: JudgedPlay) => countsAs(recording) === "plays";
const songs = (plays: readonly JudgedPlay[]) => plays.filter(isSong);
const enough = ({ recording, heardSeconds }: JudgedPlay) => isHeardEnough(recording, heardSeconds);

/** Song after song is left as soon as it counts. */
const stopsWhenItCounts: Pattern = ({ listener }) => {
  const counted = songs(listener).filter(enough);
  const over = counted
    .filter(({ recording }) => recording.seconds - secondsToHear(recording) > 10)
    .map(({ recording, heardSeconds }) => heardSeconds - secondsToHear(recording));
  return over.length >= 8 && partNear(over, 1.5, 1.5) >= 0.8;
};

/** The same number of seconds of everything that was left before its end, however long it is. */
const sameFromEach: Pattern = ({ listener }) => {
  const left = songs(listener).filter(
    ({ heardSeconds, recording }) => heardSeconds >= 15 && heardSeconds < recording.seconds - 2,
  );
  const lengths = new Set(left.map(({ recording }) => Math.round(recording.seconds)));
  const seconds = left.map(({ heardSeconds }) => heardSeconds);
  return left.length >= 10 && lengths.size >= 5 && partNear(seconds, median(seconds), 0.6) >= 0.9;
};

/** In nearly every hour of a day. */
const neverSleeps: Pattern = ({ listener }) =>
  new Set(listener.map(({ startedAtMs }) => Math.floor(startedAtMs / HOUR_MS) % 24)).size >= 23;

/** More than sixteen hours of sound within a day, what overlaps counted once: several people may share a browser's name. */
const hearsAllDay: Pattern = ({ play, listener }) => {
  const lately = listener.filter(
    ({ startedAtMs }) => startedAtMs <= play.startedAtMs && startedAtMs > play.startedAtMs - 24 * HOUR_MS,
  );
  const times = lately.map(({ startedAtMs, heardSeconds }): Part => {
    const from = startedAtMs / 1000;
    return [from, from + heardSeconds];
  });
  return heardLength(times) > 16 * 60 * 60;
};

/** More at a time than a person can hear. Of strangers, several may share a browser's name and an address. */
const atTheSameTime: Pattern = ({ play, listener }) => {
  const end = (one: JudgedPlay) => one.lastHeardAtMs ?? one.startedAtMs;
  const overlapSeconds = (one: JudgedPlay) =>
    (Math.min(end(one), end(play)) - Math.max(one.startedAtMs, play.startedAtMs)) / 1000;
  const others = listener.filter(
    (one) => one.id !== play.id && (play.userId !== null || one.publicationId === play.publicationId),
  );
  return others.filter((one) => overlapSeconds(one) > 10).length >= 4;
};

/** The same recording all day. Samples are short, and people hear them again and again. */
const onRepeat: Pattern = ({ play, listener }) => {
  const same = listener.filter((one) => one.publicationId === play.publicationId && enough(one));
  return same.length > (isSong(play) ? 40 : 200);
};

/** Times between starts, without those that a player explains which goes on to the next by itself. */
function gapsOf(listener: readonly JudgedPlay[]): number[] {
  return listener.slice(1).flatMap((play, index) => {
    const before = listener[index];
    if (!before) return [];
    const gap = (play.startedAtMs - before.startedAtMs) / 1000;
    const isNextInQueue = Math.abs(gap - before.heardSeconds) < 2.5 || Math.abs(gap - before.recording.seconds) < 2.5;
    return isNextInQueue ? [] : [gap];
  });
}

const regularStarts: Pattern = ({ listener }) => {
  const gaps = gapsOf(listener);
  const middle = median(gaps);
  return gaps.length >= 10 && middle > 1 && partNear(gaps, middle, Math.max(0.3, middle * 0.015)) >= 0.85;
};

/** Seconds from the end of what was heard to the next start. */
function pausesOf(listener: readonly JudgedPlay[]): number[] {
  return listener.slice(1).flatMap((play, index) => {
    const before = listener[index];
    if (!before) return [];
    return [Math.max(0, (play.startedAtMs - before.startedAtMs) / 1000 - before.heardSeconds)];
  });
}

const hasNoTail = (values: readonly number[], spread: number, reach: number) =>
  variation(values) < spread && Math.max(...values) < median(values) * reach;

/**
 * People pause, sleep and forget: their pauses have a long tail, also where they hear songs to the end, which are of similar
 * length. Random numbers between two bounds have none.
 */
const startsWithoutTail: Pattern = ({ listener }) => {
  const gaps = gapsOf(listener);
  return gaps.length >= 25 && hasNoTail(gaps, 0.45, 2.5) && hasNoTail(pausesOf(listener), 0.75, 4);
};

const manyStartsAMinute: Pattern = ({ listener }) => {
  const starts = songs(listener).map(({ startedAtMs }) => startedAtMs);
  return mostWithin(starts, 60_000) >= 40;
};

/** All day long the songs of one artist, and nobody else. Whoever looks through a pack of samples does the same in an hour. */
const oneArtistAllDay: Pattern = ({ listener }) => {
  const heard = songs(listener);
  return heard.length >= 150 && new Set(listener.map(({ ownerId }) => ownerId)).size === 1;
};

/**
 * Seen in what one listener does within a day. Each play of a day on which it is seen is set aside, those that had counted
 * before as well.
 */
export const LISTENER_PATTERNS = {
  stops_when_it_counts: stopsWhenItCounts,
  same_from_each: sameFromEach,
  never_sleeps: neverSleeps,
  hears_all_day: hearsAllDay,
  at_the_same_time: atTheSameTime,
  on_repeat: onRepeat,
  regular_starts: regularStarts,
  starts_without_tail: startsWithoutTail,
  many_starts_a_minute: manyStartsAMinute,
  one_artist_all_day: oneArtistAllDay,
} as const satisfies Record<string, Pattern>;
