import type { JudgedPlay } from "@/lib/plays/patterns/evidence";
import type { Random } from "./random";
import { type Caller, type Course, callerOf, type Piece, play } from "./world";

const HOUR_MS = 60 * 60 * 1000;

type Habit = (random: Random, caller: Caller, pieces: readonly Piece[], name: string) => JudgedPlay[];

const songsOf = (pieces: readonly Piece[]) => pieces.filter(({ recording }) => recording.kind === "track");

/** How much of a piece somebody hears who chose it: often all of it, sometimes a few seconds. */
function heardOf(random: Random, { recording }: Piece): number {
  if (random.chance(0.55)) return recording.seconds;
  return Math.min(recording.seconds, random.longTail(recording.seconds * 0.35, 0.9));
}

/** Networks lose reports, players are fast and slow, tabs are hidden. */
function course(random: Random, startedAtMs: number, heardSeconds: number): Course & { speed: number } {
  return {
    startedAtMs,
    heardSeconds,
    speed: random.chance(0.06) ? random.pick([0.5, 0.75, 1.25, 1.5, 2, 2.9]) : 1,
    lostPart: random.chance(0.08) ? 0.3 : 0.01,
    hiddenSeconds: random.chance(0.3) ? random.longTail(500, 1) % 7000 : 0,
    clockFactor: random.between(0.999, 1.001),
  };
}

/** Begins here and there, hears, pauses, goes away and comes back. */
const chooses: Habit = (random, caller, pieces) => {
  const plays: JudgedPlay[] = [];
  let at = random.between(7, 21) * HOUR_MS;
  for (let count = random.whole(3, 45); count > 0; count--) {
    const piece = random.pick(pieces);
    const heard = heardOf(random, piece);
    const how = course(random, at, heard);
    plays.push(play(random, caller, piece, how));
    at += (heard / how.speed) * 1000 + random.longTail(12_000, 1.4);
  }
  return plays;
};

/** A queue that goes on by itself for hours, in a hidden tab. */
const hearsQueue: Habit = (random, caller, pieces) => {
  const plays: JudgedPlay[] = [];
  let at = random.between(8, 16) * HOUR_MS;
  for (let count = random.whole(20, 110); count > 0; count--) {
    const piece = random.pick(songsOf(pieces));
    const skips = random.chance(0.1);
    const heard = skips ? random.longTail(14, 0.8) % piece.recording.seconds : piece.recording.seconds;
    const how = course(random, at, heard);
    plays.push(play(random, caller, piece, how));
    at += (heard / how.speed) * 1000 + random.between(100, 900);
  }
  return plays;
};

/** Looks through the samples of one artist, quickly. */
const looksThrough: Habit = (random, caller, pieces) => {
  const { ownerId } = random.pick(pieces);
  const pack = pieces.filter((piece) => piece.ownerId === ownerId);
  const plays: JudgedPlay[] = [];
  let at = random.between(9, 22) * HOUR_MS;
  for (let count = random.whole(20, 160); count > 0; count--) {
    const piece = random.pick(pack);
    const heard = Math.min(piece.recording.seconds, random.longTail(4, 0.8));
    plays.push(play(random, caller, piece, course(random, at, heard)));
    at += Math.min(heard, 6) * 1000 + random.longTail(1500, 1.1);
  }
  return plays;
};

/** Has one loop or song that they hear again and again. */
const lovesOne: Habit = (random, caller, pieces) => {
  const piece = random.pick(pieces);
  const plays: JudgedPlay[] = [];
  let at = random.between(9, 20) * HOUR_MS;
  for (let count = random.whole(4, 25); count > 0; count--) {
    const how = course(random, at, piece.recording.seconds);
    plays.push(play(random, caller, piece, how));
    at +=
      (piece.recording.seconds / how.speed) * 1000 +
      (random.chance(0.6) ? random.between(100, 900) : random.longTail(60_000, 1.3));
  }
  return plays;
};

const HABITS = [chooses, chooses, chooses, hearsQueue, looksThrough, lovesOne] as const;

/** Honest people on one day. Some share an address and a browser's name, and a few sign in from a data centre (a VPN). */
export function honestPeople(random: Random, pieces: readonly Piece[], count: number): JudgedPlay[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${index}`;
    const isAtSchool = random.chance(0.05);
    const isBehindVpn = random.chance(0.03);
    const caller = callerOf(random, name, {
      ...(isAtSchool ? { deviceKey: `school ${index % 40}` } : {}),
      ...(isBehindVpn ? { userId: `user ${name}`, marks: { address: "167.99.3.4" } } : {}),
    });
    return random.pick(HABITS)(random, caller, pieces, name);
  }).flat();
}

/** Many people within minutes, because somebody linked to one piece. */
export function crowdFromForum(random: Random, piece: Piece, count: number): JudgedPlay[] {
  return Array.from({ length: count }, (_, index) =>
    play(
      random,
      callerOf(random, `forum ${piece.id} ${index}`),
      piece,
      course(random, 15 * HOUR_MS + random.longTail(120_000, 0.8), heardOf(random, piece)),
    ),
  );
}
