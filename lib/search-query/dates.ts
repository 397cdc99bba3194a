import type { NumberRange } from "./filter";
import { neighbour, type ReadValue, readInterval } from "./intervals";

const DAY_MS = 86_400_000;

const AGE_MS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: DAY_MS,
  w: 7 * DAY_MS,
  m: 30 * DAY_MS,
  y: 365 * DAY_MS,
};

const AGE = /^([<>]=?)?(\d{1,4})([hdwmy])$/i;
const DATE = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/;

/**
 * Ranges in milliseconds since 1970: days, months and years of UTC, and ages up to `now`. `7d` and `<7d` are the last
 * seven days, `>7d` is before them.
 */
export function readDate(text: string, now: Date): NumberRange[] | null {
  const age = AGE.exec(text.trim());
  if (age) {
    const since = now.getTime() - Number(age[2]) * (AGE_MS[(age[3] ?? "").toLowerCase()] ?? 0);
    return age[1]?.startsWith(">")
      ? [{ min: Number.NEGATIVE_INFINITY, max: since }]
      : [{ min: since, max: Number.POSITIVE_INFINITY }];
  }
  const interval = readInterval(text, (value) => readPeriod(value, now));
  return interval ? [{ min: interval.min, max: interval.max }] : null;
}

function readPeriod(text: string, now: Date): ReturnType<ReadValue> {
  const word = text.toLowerCase();
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  if (word === "today") return periodOf(today, today + DAY_MS);
  if (word === "yesterday") return periodOf(today - DAY_MS, today);
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const start = Date.UTC(year, month - 1, day);
  const isReal = new Date(start).toISOString().startsWith(isoDate(year, month, day));
  if (!isReal || year < 1000) return null;
  if (match[3]) return periodOf(start, start + DAY_MS);
  return periodOf(start, match[2] ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1));
}

/** Up to the next one, without its first instant. */
function periodOf(start: number, next: number): NumberRange {
  return { min: start, max: neighbour(next, -1) };
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
