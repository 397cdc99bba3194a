import { DATE_LOCALES, LANGUAGES, type Language } from "@/lib/language/constants";
import { ENGLISH, type Text } from "@/lib/language/text";
import { writeDecimal } from "./decimal";

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

const pad = (value: number): string => String(value).padStart(2, "0");

/** `0:42`, `3:05`, `1:02:03`. */
function clock(wholeSeconds: number): string {
  const hours = Math.floor(wholeSeconds / HOUR_SECONDS);
  const minutes = Math.floor((wholeSeconds % HOUR_SECONDS) / MINUTE_SECONDS);
  const seconds = pad(wholeSeconds % MINUTE_SECONDS);
  return hours > 0 ? `${hours}:${pad(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** Half a hundredth: a recording that is a sample short of three minutes is three minutes long. */
const NEARLY_SECONDS = 0.005;

/** The length of a recording: `0.35 s` and `4.21 s` for short ones, then as `formatPosition` writes its end. */
export function formatDuration(seconds: number, t: Text = ENGLISH): string {
  return seconds < 10 - NEARLY_SECONDS ? `${writeDecimal(Math.max(0, seconds), 2, t)} s` : formatPosition(seconds);
}

/** A position in a recording: `0:04`, `3:05`, `1:02:03`. Rounded down, as players do. */
export function formatPosition(seconds: number): string {
  return clock(Math.max(0, Math.floor(seconds + NEARLY_SECONDS)));
}

/** How long something takes or took: `45 s`, `12 min`, `3 h 20 min`. */
export function formatTimeSpan(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < MINUTE_SECONDS) return `${whole} s`;
  const minutes = Math.round(whole / MINUTE_SECONDS);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

const formats = (options: Intl.DateTimeFormatOptions) => {
  const made = LANGUAGES.map((language) => [language, new Intl.DateTimeFormat(DATE_LOCALES[language], options)]);
  return Object.fromEntries(made) as Record<Language, Intl.DateTimeFormat>;
};
const DATES = formats({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const CLOCK_TIMES = formats({ hour: "2-digit", minute: "2-digit", timeZone: "UTC" });

/** How long a promise holds, in words for a sentence: `10 minutes`, `1 minute`. */
export function formatMinutes(seconds: number, t: Text = ENGLISH): string {
  return t.count(Math.round(seconds / MINUTE_SECONDS), "{count} minute", "{count} minutes");
}

/** The day in UTC: `14 May 2026`. */
export function formatDate(iso: string, t: Text = ENGLISH): string {
  return DATES[t.language].format(Date.parse(iso));
}

/** The day and the minute: `14 May 2026, 09:05 UTC`. */
export function formatDateTime(iso: string, t: Text = ENGLISH): string {
  return `${formatDate(iso, t)}, ${CLOCK_TIMES[t.language].format(Date.parse(iso))} UTC`;
}

/** So far apart may the clocks of two machines be. */
const NOW_SECONDS = 5;

/**
 * How long ago something happened, or how soon it will: `just now`, `5 min ago`, `in 3 h`, `2 days ago`, then the date in
 * UTC. The caller passes the current time, so that server and browser write the same text.
 */
export function formatRelativeTime(iso: string, nowMs: number, t: Text = ENGLISH): string {
  const secondsAgo = (nowMs - Date.parse(iso)) / 1000;
  const isFuture = secondsAgo < -NOW_SECONDS;
  const seconds = Math.abs(secondsAgo);
  if (seconds < 45) return isFuture ? t("in less than a minute") : t("just now");
  if (seconds < 59.5 * MINUTE_SECONDS) {
    const minutes = Math.max(1, Math.round(seconds / MINUTE_SECONDS));
    return isFuture ? t("in {minutes} min", { minutes }) : t("{minutes} min ago", { minutes });
  }
  if (seconds < 23.5 * HOUR_SECONDS) {
    const hours = Math.round(seconds / HOUR_SECONDS);
    return isFuture ? t("in {hours} h", { hours }) : t("{hours} h ago", { hours });
  }
  const days = Math.round(seconds / DAY_SECONDS);
  if (days >= 7) return formatDate(iso, t);
  return isFuture
    ? t.count(days, "in {count} day", "in {count} days")
    : t.count(days, "{count} day ago", "{count} days ago");
}
