const unitMs: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

const wholePattern = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|w))+$/;
const partPattern = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d|w)/g;

/** Milliseconds of a time string such as `2h30m` or `300ms`. Returns null if it is not one. */
export function parseDurationMs(text: string): number | null {
  const compact = text.replace(/\s+/g, "");
  if (compact === "" || compact === "0") return compact === "" ? null : 0;
  if (!wholePattern.test(compact)) return null;
  let totalMs = 0;
  for (const [, amount, unit] of compact.matchAll(partPattern)) totalMs += Number(amount) * (unitMs[unit ?? ""] ?? 0);
  return totalMs;
}

/** The moment that a time string (counted from `fromMs`) or an ISO 8601 date means. Returns null if it is neither. */
export function parseMoment(text: string, fromMs: number): Date | null {
  const durationMs = parseDurationMs(text);
  const atMs = durationMs === null ? Date.parse(text) : fromMs + durationMs;
  return Number.isFinite(atMs) && Math.abs(atMs) <= 8.64e15 ? new Date(atMs) : null;
}

/** Milliseconds until the moment in a `retry-after` header: seconds, an HTTP date or an ISO date. */
export function parseRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined || header.trim() === "") return undefined;
  const text = header.trim();
  const delayMs = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(delayMs) ? Math.max(0, delayMs) : undefined;
}
