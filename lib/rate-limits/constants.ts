export const SHORT_WINDOW_SECONDS = 60;
export const LONG_WINDOW_SECONDS = 60 * 60;

/** Kinds of requests that are counted separately. */
export const RATE_CLASSES = [
  "default",
  "search",
  "sign-in",
  "registration",
  "upload",
  "studio",
  "hearing",
  "shared",
  "gallery",
  "play",
  "play-listener",
  "comment",
  "report",
  "syndication",
  "tryout",
  "tryouts-in-all",
] as const;
export type RateClass = (typeof RATE_CLASSES)[number];

export interface Quota {
  perMinute: number;
  perHour: number;
}

const DEFAULT: Quota = { perMinute: 60, perHour: 1000 };

/** How many requests of each kind a person, a key or an address may make. */
export const RATE_LIMITS: Readonly<Record<RateClass, Quota>> = {
  default: DEFAULT,
  search: DEFAULT,
  "sign-in": DEFAULT,
  /** Attempts to register from one address. Enough for a class behind one router, over an hour. */
  registration: { perMinute: 10, perHour: 30 },
  /**
   * A small file needs two requests, a large one another for each part. Uploads are limited by the quota, not by this.
   */
  upload: { perMinute: 3000, perHour: 60_000 },
  /** What an open page requests by itself: changed rows, pictures, sound, its event stream. */
  studio: { perMinute: 600, perHour: 12_000 },
  /** What a visitor with a link requests: its page, and a waveform and a sound for each sample. */
  shared: { perMinute: 600, perHour: 6000 },
  /** Sounds and further cards of the gallery, for everybody behind one address. */
  gallery: { perMinute: 1200, perHour: 20_000 },
  /** Sounds to search with, and pictures of people: each takes a worker for a second or more. */
  hearing: { perMinute: 20, perHour: 300 },
  /** Plays and heartbeats of one address, which a whole school may have, and of one listener. */
  play: { perMinute: 1200, perHour: 40_000 },
  "play-listener": { perMinute: 120, perHour: 3000 },
  /** Comments of one person. */
  comment: { perMinute: 6, perHour: 60 },
  /** Reports from one address, which a whole school may have. */
  report: { perMinute: 5, perHour: 30 },
  /** Feeds, pictures and players that other programs fetch: some of them for many people at once. */
  syndication: { perMinute: 300, perHour: 6000 },
  /** Files that somebody without an account has measured: from one address, and from all of them together. */
  tryout: { perMinute: 5, perHour: 20 },
  "tryouts-in-all": { perMinute: 20, perHour: 240 },
};
