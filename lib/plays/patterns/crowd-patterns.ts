import type { Evidence, JudgedPlay } from "./evidence";
import { median, mostWithin, partNear } from "./spread";

type Pattern = (evidence: Evidence) => boolean;

const listenerOf = ({ userId, deviceKey }: JudgedPlay) => userId ?? deviceKey;

/** Whoever hears the whole of it has heard the same as everybody else who does. */
const isPartOfIt = ({ recording, heardSeconds }: JudgedPlay) => heardSeconds < recording.seconds * 0.95 - 1;

/** One of each listener, of those who left before its end. */
function leftBeforeTheEnd(crowd: readonly JudgedPlay[]): JudgedPlay[] {
  const first = new Map<string, JudgedPlay>();
  for (const play of crowd) {
    const listener = listenerOf(play);
    if (isPartOfIt(play) && play.heardSeconds > 0 && !first.has(listener)) first.set(listener, play);
  }
  return [...first.values()];
}

/** Many within a minute, and they all leave at the same place. A link in a forum brings many, who leave anywhere. */
const burst: Pattern = ({ play, crowd }) => {
  if (!isPartOfIt(play)) return false;
  const near = leftBeforeTheEnd(crowd).filter(({ startedAtMs }) => Math.abs(startedAtMs - play.startedAtMs) <= 60_000);
  const heard = near.map(({ heardSeconds }) => heardSeconds);
  const isBurst =
    mostWithin(
      near.map(({ startedAtMs }) => startedAtMs),
      60_000,
    ) >= 20;
  return isBurst && partNear(heard, median(heard), 2) >= 0.8 && Math.abs(play.heardSeconds - median(heard)) <= 2;
};

/** To a twentieth of a second the same as fourteen others. */
const copiedListeners: Pattern = ({ play, crowd }) => {
  if (!isPartOfIt(play)) return false;
  const heard = leftBeforeTheEnd(crowd).filter(
    ({ heardSeconds }) => Math.abs(heardSeconds - play.heardSeconds) <= 0.05,
  );
  return heard.length >= 15;
};

/** One browser at one address, with account after account. */
const manyAccountsOneDevice: Pattern = ({ play, crowd }) => {
  const accounts = crowd.filter(({ deviceKey, userId }) => deviceKey === play.deviceKey && userId !== null);
  return play.userId !== null && new Set(accounts.map(({ userId }) => userId)).size >= 6;
};

/** Seen in what many listeners do with one publication within an hour or two. */
export const CROWD_PATTERNS = {
  burst,
  copied_listeners: copiedListeners,
  many_accounts_one_device: manyAccountsOneDevice,
} as const satisfies Record<string, Pattern>;
