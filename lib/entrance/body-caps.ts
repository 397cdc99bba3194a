import type { IncomingHttpHeaders } from "node:http";
import { AVATAR_BYTES_MAX } from "@/lib/artists/constants";
import { TRYOUT_PATH } from "@/lib/tryouts/constants";

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

const EXECUTOR_PATH = "/api/inngest";

/** The exceptions, each with everything below its path. */
const BODY_CAPS: Readonly<Record<string, number>> = {
  // Forms of a few fields.
  "/api/auth": 64 * KILOBYTE,
  // A call has the results of all earlier steps of its run. The executor's own limit is 4 MB, too.
  [EXECUTOR_PATH]: 4 * MEGABYTE,
  // A recording to search with. It is heard at once and not stored, so it needs no upload of its own.
  "/api/v1/search/sounds": 16 * MEGABYTE,
  // A picture of a person, which is drawn anew at once.
  "/api/v1/artist/picture": AVATAR_BYTES_MAX,
};

/** An object of the store. Without a name below it, `/s3` is a page that does not exist. */
const STORAGE_PATH = /^\/s3\/./;

/**
 * The largest body that a request to `path` may have, in bytes. `null` for what is read as a stream: the store
 * admits no byte without a signature, and the route for strangers' files none without a free place. Both count.
 */
export function bodyCapOf(path: string): number | null {
  if (STORAGE_PATH.test(path) || path === TRYOUT_PATH) return null;
  for (const [prefix, cap] of Object.entries(BODY_CAPS)) if (isBelow(prefix, path)) return cap;
  return DEFAULT_BODY_CAP;
}

/** Whether this claims to be a signed call of the executor. The signature cannot be checked before the body is there. */
export function isExecutorCall(path: string, headers: IncomingHttpHeaders): boolean {
  return isBelow(EXECUTOR_PATH, path) && headers["x-inngest-signature"] !== undefined;
}

const isBelow = (prefix: string, path: string) => path === prefix || path.startsWith(`${prefix}/`);
