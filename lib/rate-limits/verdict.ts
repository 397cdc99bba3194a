import { LONG_WINDOW_SECONDS, type Quota, type RateClass, SHORT_WINDOW_SECONDS } from "./constants";

/** A counter's answer to one request. */
export interface RateVerdict {
  rateClass: RateClass;
  quota: Quota;
  admitted: boolean;
  short: RateWindow;
  long: RateWindow;
}

export interface RateWindow {
  /** Requests left in this window. */
  remaining: number;
  resetSeconds: number;
}

/** How long a refused client has to wait: until the later of the used-up windows ends. */
export function retryAfterSeconds({ short, long }: RateVerdict): number {
  const used = [short, long].filter(({ remaining }) => remaining === 0);
  return Math.max(1, ...used.map(({ resetSeconds }) => resetSeconds));
}

/** `RateLimit-Policy` and `RateLimit` with both windows, and `Retry-After` for a refused request. */
export function rateLimitHeaders(verdict: RateVerdict): Record<string, string> {
  const { rateClass, quota, short, long, admitted } = verdict;
  const minute = `"${rateClass}"`;
  const hour = `"${rateClass}-hour"`;
  return {
    "RateLimit-Policy": `${minute};q=${quota.perMinute};w=${SHORT_WINDOW_SECONDS}, ${hour};q=${quota.perHour};w=${LONG_WINDOW_SECONDS}`,
    RateLimit: `${minute};r=${short.remaining};t=${short.resetSeconds}, ${hour};r=${long.remaining};t=${long.resetSeconds}`,
    ...(admitted ? {} : { "Retry-After": String(retryAfterSeconds(verdict)) }),
  };
}
