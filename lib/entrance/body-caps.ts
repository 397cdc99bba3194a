const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** What a body may weigh where nothing else is said: pages, server actions, the API, and every route to come. */
const DEFAULT_BODY_CAP = MEGABYTE;

export interface BodyTimes {
  /** A body that brings nothing for this long has been given up. */
  silenceMs: number;
  /** Even a slow line has sent a megabyte by then. */
  wholeMs: number;
}

export const BODY_TIMES: BodyTimes = { silenceMs: 15_000, wholeMs: 2 * 60_000 };

/** The exceptions, each with everything below its path. `null`: the route reads a stream, and counts it itself. */
const BODY_CAPS: Readonly<Record<string, number | null>> = {
  // Forms of a few fields.
  "/api/auth": 64 * KILOBYTE,
  // A call has the results of all earlier steps of its run. The executor's own limit is 4 MB, too.
  "/api/inngest": 4 * MEGABYTE,
  // Uploads. The store admits no byte without a signature.
  "/s3": null,
};

/** The largest body that a request to `path` may have, in bytes. */
export function bodyCapOf(path: string): number | null {
  for (const [prefix, cap] of Object.entries(BODY_CAPS)) {
    if (path === prefix || path.startsWith(`${prefix}/`)) return cap;
  }
  return DEFAULT_BODY_CAP;
}
