import type { Recording } from "@/lib/plays/play-rule";

/** What a request that begins a play shows of whoever sends it. */
export interface RequestMarks {
  userAgent: string | null;
  address: string | null;
  acceptLanguage: string | null;
  secFetchSite: string | null;
  /** Browsers send `Sec-Fetch-Site` only to these. */
  isSecure: boolean;
  isSignedIn: boolean;
  /** The browser says that a program drives it (`navigator.webdriver`). */
  isDriven: boolean;
}

/** A heartbeat beside what was known of its play. */
export interface BeatMarks {
  number: number;
  /** Seconds that it says were heard, each part once, and the end of the furthest part. */
  heardSeconds: number;
  furthestSeconds: number;
  positionSeconds: number;
  clockSeconds: number;
  hiddenSeconds: number;
  /** Since the play began, by the server's clock. */
  elapsedSeconds: number;
  before: { heardSeconds: number; heartbeats: number };
  recording: Recording;
}

export interface JudgedPlay {
  id: string;
  publicationId: string;
  ownerId: string;
  userId: string | null;
  deviceKey: string;
  recording: Recording;
  startedAtMs: number;
  /** Null if nothing was heard. */
  lastHeardAtMs: number | null;
  heardSeconds: number;
  heartbeats: number;
  wasAudible: boolean;
  state: "open" | "qualified" | "set_aside";
  /** A pattern that was seen while it ran. */
  mark: string | null;
}

/** All that a play is judged by once it has ended. */
export interface Evidence {
  play: JudgedPlay;
  /** Plays of the same listener a day before and after it, in the order of their start, this one among them. */
  listener: readonly JudgedPlay[];
  /** Plays of the same publication an hour before and after it, by anybody, this one among them. */
  crowd: readonly JudgedPlay[];
}
