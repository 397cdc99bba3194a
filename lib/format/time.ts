const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

const pad = (value: number): string => String(value).padStart(2, "0");

/** How long audio is: `0.35 s` and `4.21 s` where hundredths matter, then `0:42`, `3:05`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  if (seconds < 9.995) return `${Math.max(0, seconds).toFixed(2)} s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / HOUR_SECONDS);
  const minutes = Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS);
  const rest = pad(whole % MINUTE_SECONDS);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** A place in a recording, always in minutes: `0:04`, `3:05`, `1:02:03`. Cut, not rounded, as a player counts. */
export function formatPosition(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / HOUR_SECONDS);
  const minutes = Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS);
  const rest = pad(whole % MINUTE_SECONDS);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** How long something takes or took, in words: `45 s`, `12 min`, `3 h 20 min`. */
export function formatTimeSpan(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE_SECONDS) return `${whole} s`;
  const minutes = Math.round(whole / MINUTE_SECONDS);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const sameYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const otherYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * When something happened, seen from `nowMs`: `just now`, `5 min ago`, `3 h ago`, `2 days ago`, then the date.
 * The caller supplies the clock so that server and browser write the same text. Dates are UTC.
 */
export function formatRelativeTime(iso: string, nowMs: number): string {
  const thenMs = Date.parse(iso);
  const seconds = Math.max(0, (nowMs - thenMs) / 1000);
  if (seconds < 45) return "just now";
  if (seconds < 59.5 * MINUTE_SECONDS) return `${Math.max(1, Math.round(seconds / MINUTE_SECONDS))} min ago`;
  if (seconds < 23.5 * HOUR_SECONDS) return `${Math.round(seconds / HOUR_SECONDS)} h ago`;
  const days = Math.round(seconds / DAY_SECONDS);
  if (days < 7) return days === 1 ? "1 day ago" : `${days} days ago`;
  const isSameYear = new Date(thenMs).getUTCFullYear() === new Date(nowMs).getUTCFullYear();
  return (isSameYear ? sameYear : otherYear).format(thenMs);
}
