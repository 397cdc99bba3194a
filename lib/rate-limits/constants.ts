export const SHORT_WINDOW_SECONDS = 60;
export const LONG_WINDOW_SECONDS = 60 * 60;

/** Kinds of requests that are counted apart from one another. */
export const RATE_CLASSES = ["default", "search", "sign-in", "upload", "studio"] as const;
export type RateClass = (typeof RATE_CLASSES)[number];

export interface Quota {
  perMinute: number;
  perHour: number;
}

const DEFAULT: Quota = { perMinute: 60, perHour: 1000 };

/** Requests a person, a key or an address may make of each class. */
export const RATE_LIMITS: Readonly<Record<RateClass, Quota>> = {
  default: DEFAULT,
  search: DEFAULT,
  "sign-in": DEFAULT,
  /** Two requests a small file, one more a part of a large one: what bounds uploads is the quota, not this. */
  upload: { perMinute: 3000, perHour: 60_000 },
  /** What an open page asks for by itself: rows that changed, pictures, sound, its event stream. */
  studio: { perMinute: 600, perHour: 12_000 },
};

/** A whole IPv6 network of this size is one client: whoever has one address of it has them all. */
export const IPV6_CLIENT_PREFIX_BITS = 64;
