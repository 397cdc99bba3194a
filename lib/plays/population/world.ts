import { HEARTBEAT_SECONDS } from "@/lib/plays/constants";
import { type Hearing, hear } from "@/lib/plays/hearing";
import { firstSeen } from "@/lib/plays/judge";
import type { JudgedPlay, RequestMarks } from "@/lib/plays/patterns/evidence";
import { REQUEST_PATTERNS } from "@/lib/plays/patterns/request-patterns";
import type { Random } from "./random";

export interface Piece {
  id: string;
  ownerId: string;
  recording: JudgedPlay["recording"];
}

/** Somebody who plays, and what their requests look like. */
export interface Caller {
  userId: string | null;
  deviceKey: string;
  marks: RequestMarks;
}

/** How one play goes. Positions are heard from the start on. */
export interface Course {
  startedAtMs: number;
  heardSeconds: number;
  /** Seconds of the recording in a second of the clock. */
  speed?: number;
  isMuted?: boolean;
  hiddenSeconds?: number;
  /** By how much the caller's clock is ahead, of what passes. */
  clockFactor?: number;
  /** All of it in one report, or none at all. */
  reports?: "usual" | "once" | "never";
  /** Part of the reports that get lost. */
  lostPart?: number;
}

const BROWSERS = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
  "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
] as const;

export function catalogueOf(random: Random, artists: number, piecesOfEach: number): Piece[] {
  return Array.from({ length: artists * piecesOfEach }, (_, index): Piece => {
    const kind = random.pick(["track", "track", "track", "loop", "one-shot"] as const);
    const seconds =
      kind === "track" ? random.between(95, 420) : kind === "loop" ? random.between(2, 16) : random.between(0.2, 3);
    return { id: `piece ${index}`, ownerId: `artist ${index % artists}`, recording: { seconds, kind } };
  });
}

/** What is particular about a caller. Everything else is that of a person at home. */
interface Particulars {
  userId?: string | null;
  deviceKey?: string;
  marks?: Partial<RequestMarks>;
}

export function callerOf(random: Random, name: string, changes: Particulars = {}): Caller {
  const userId = changes.userId === undefined ? (random.chance(0.4) ? `user ${name}` : null) : changes.userId;
  const marks: RequestMarks = {
    userAgent: random.pick(BROWSERS),
    // A network where people live, as far as the list knows.
    address: `91.${random.whole(0, 255)}.${random.whole(0, 255)}.${random.whole(1, 254)}`,
    acceptLanguage: "en",
    secFetchSite: "same-origin",
    isSecure: true,
    isSignedIn: userId !== null,
    isDriven: false,
    ...changes.marks,
  };
  return { userId, deviceKey: changes.deviceKey ?? `device ${name}`, marks };
}

let made = 0;

/** Plays a piece as its player would report it, heartbeat by heartbeat, through the code that takes them. */
export function play(random: Random, caller: Caller, piece: Piece, course: Course): JudgedPlay {
  const { startedAtMs, heardSeconds, speed = 1, reports = "usual", lostPart = 0, clockFactor = 1 } = course;
  const mark = firstSeen(REQUEST_PATTERNS, caller.marks);
  let known: Hearing = { heardSeconds: 0, lastPositionSeconds: 0, heartbeats: 0, wasAudible: false, mark };
  let lastHeardAtMs: number | null = null;
  const steps = reports === "once" ? 1 : Math.ceil(heardSeconds / HEARTBEAT_SECONDS);
  for (let number = 1; reports !== "never" && number <= steps; number++) {
    const position = number === steps ? heardSeconds : number * HEARTBEAT_SECONDS;
    const clockSeconds = position / speed;
    // The last may get lost as well.
    if (random.chance(lostPart)) continue;
    const elapsedSeconds = clockSeconds + random.between(0, 0.4);
    const beat = {
      publicationId: piece.id,
      number,
      parts: [[0, position]] as [number, number][],
      positionSeconds: position,
      isMuted: course.isMuted ?? false,
      hiddenSeconds: course.hiddenSeconds ?? 0,
      clockSeconds: clockSeconds * clockFactor,
    };
    known = hear(known, beat, { recording: piece.recording, elapsedSeconds }) ?? known;
    lastHeardAtMs = startedAtMs + elapsedSeconds * 1000;
  }
  const { id: publicationId, ownerId, recording } = piece;
  const { userId, deviceKey } = caller;
  const { heardSeconds: heard, heartbeats, wasAudible } = known;
  return {
    ...{ id: `play ${made++}`, publicationId, ownerId, recording, userId, deviceKey, startedAtMs, lastHeardAtMs },
    ...{ heardSeconds: heard, heartbeats, wasAudible, state: "open", mark: known.mark },
  };
}
