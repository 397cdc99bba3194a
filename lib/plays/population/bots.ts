import type { JudgedPlay, RequestMarks } from "@/lib/plays/patterns/evidence";
import { secondsToHear } from "@/lib/plays/play-rule";
import type { Random } from "./random";
import { type Course, callerOf, type Piece, play } from "./world";

const HOUR_MS = 60 * 60 * 1000;

type Farm = (random: Random, songs: readonly Piece[], name: string) => JudgedPlay[];
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const full = ({ recording }: Piece) => recording.seconds;

/** One machine that hears `count` songs, of which each request looks like `marks`. Otherwise it behaves like a person. */
const marked =
  (marks: Partial<RequestMarks>, how: Partial<Course> = {}): Farm =>
  (random, songs, name) => {
    const caller = callerOf(random, name, { marks, ...(marks.address ? { userId: null } : {}) });
    let at = random.between(0, 10) * HOUR_MS;
    return range(random.whole(15, 40)).map(() => {
      const piece = random.pick(songs);
      const startedAtMs = at;
      at += full(piece) * 1000 + random.longTail(20_000, 1.3);
      return play(random, caller, piece, { startedAtMs, heardSeconds: full(piece), ...how });
    });
  };

/** One machine with its own idea of when to start and how much to hear. */
const paced =
  (
    count: number,
    gapMs: (random: Random, piece: Piece) => number,
    heard: (piece: Piece, random: Random) => number,
  ): Farm =>
  (random, songs, name) => {
    const caller = callerOf(random, name);
    let at = random.between(0, 2) * HOUR_MS;
    return range(count).map(() => {
      const piece = random.pick(songs);
      const startedAtMs = at;
      at += gapMs(random, piece);
      return play(random, caller, piece, { startedAtMs, heardSeconds: Math.min(full(piece), heard(piece, random)) });
    });
  };

/** Many addresses, each with one play of the same song. */
const swarm =
  (count: number, spreadMs: number, jitter: number): Farm =>
  (random, songs, name) => {
    const piece = random.pick(songs);
    const begin = random.between(1, 20) * HOUR_MS;
    return range(count).map((index) =>
      play(random, callerOf(random, `${name} ${index}`, { userId: null }), piece, {
        startedAtMs: begin + random.next() * spreadMs,
        heardSeconds: secondsToHear(piece.recording) + 0.5 + random.next() * jitter,
      }),
    );
  };

const tabs: Farm = (random, songs, name) => {
  const caller = callerOf(random, name, { userId: `user ${name}` });
  return range(20).map((index) => {
    const piece = songs[index % songs.length] as Piece;
    return play(random, caller, piece, { startedAtMs: 3 * HOUR_MS + index * 700, heardSeconds: full(piece) });
  });
};

const accounts: Farm = (random, songs, name) => {
  const piece = random.pick(songs);
  return range(30).map((index) =>
    play(random, callerOf(random, name, { userId: `${name} ${index}`, deviceKey: `farm ${name}` }), piece, {
      startedAtMs: 2 * HOUR_MS + index * random.longTail(60_000, 0.7),
      heardSeconds: full(piece),
    }),
  );
};

const oneSong: Farm = (random, songs, name) => {
  const [piece, caller] = [random.pick(songs), callerOf(random, name)];
  let at = 0;
  return range(120).map(() => {
    const startedAtMs = at;
    at += full(piece) * 1000 + random.longTail(8000, 1.2);
    return play(random, caller, piece, { startedAtMs, heardSeconds: full(piece) });
  });
};

const oneArtist: Farm = (random, songs, name) => {
  const { ownerId } = random.pick(songs);
  const own = songs.filter((piece) => piece.ownerId === ownerId);
  return paced(200, (_, piece) => full(piece) * 1000 + 300, full)(random, own, name);
};

export const FARMS: Record<string, Farm> = {
  "a script with no user agent": marked({ userAgent: null }),
  "a script of Python": marked({ userAgent: "python-requests/2.32.3 (farm)" }),
  "a headless browser": marked({
    userAgent: "Mozilla/5.0 (X11; Linux) AppleWebKit/537.36 HeadlessChrome/141.0 Safari/537.36",
  }),
  "a driven browser": marked({ isDriven: true }),
  "a script that forgot the language": marked({ acceptLanguage: null }),
  "a script that forgot fetch metadata": marked({ secFetchSite: null }),
  "a rented machine": marked({ address: "138.68.4.4" }),
  "no heartbeats": marked({}, { reports: "never" }),
  "one report of everything": marked({}, { reports: "once" }),
  "sixty times the speed": marked({}, { speed: 60 }),
  "a clock that runs ahead": marked({}, { clockFactor: 8 }),
  "muted all the time": marked({}, { isMuted: true }),
  "hidden for hours": marked({}, { hiddenSeconds: 20_000 }),
  "leaves when it counts": paced(
    120,
    (random) => random.longTail(130_000, 1),
    ({ recording }, random) => secondsToHear(recording) + random.between(0.2, 2),
  ),
  "four minutes of each": paced(
    150,
    (random) => random.longTail(60_000, 1),
    () => 245,
  ),
  "a start every 100 seconds": paced(
    200,
    () => 100_000,
    (_, random) => random.between(60, 98),
  ),
  "random starts between bounds": paced(
    150,
    (random) => random.between(200_000, 260_000),
    (_, random) => random.between(100, 195),
  ),
  "twenty tabs": tabs,
  "thirty accounts on one machine": accounts,
  "one song all day": oneSong,
  "one artist all day": oneArtist,
  "all day and all night": paced(330, (random, piece) => full(piece) * 1000 + random.longTail(3000, 1), full),
  "a swarm within a minute": swarm(80, 55_000, 2),
  "a swarm of copies": swarm(60, 2 * HOUR_MS, 0.02),
};
