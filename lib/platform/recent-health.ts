import "server-only";
import { checkHealth, type Health } from "./health";

/** How old an answer may be. Balancers, containers and dashboards ask every few seconds. */
const FRESH_MS = 1_000;

const shared = globalThis as unknown as { samplemindHealth?: { asked: Promise<Health>; untilMs: number } };

/**
 * The health as of a second ago. However many ask at once, one check runs: anybody may ask, and each check takes a
 * connection from everybody else.
 */
export function recentHealth(version: string): Promise<Health> {
  const known = shared.samplemindHealth;
  if (known && performance.now() < known.untilMs) return known.asked;
  const fresh = { asked: checkHealth(version), untilMs: Number.POSITIVE_INFINITY };
  shared.samplemindHealth = fresh;
  // It is fresh from when it was known, not from when it was asked.
  const seen = () => {
    fresh.untilMs = performance.now() + FRESH_MS;
  };
  fresh.asked.then(seen, seen);
  return fresh.asked;
}
