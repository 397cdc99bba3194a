import { DATE_LOCALES, LANGUAGES, type Language } from "@/lib/language/constants";
import { ENGLISH, type Text } from "@/lib/language/text";
import { writeDecimal } from "./decimal";
import { formatPosition, NEARLY_SECONDS } from "./position";

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** The length of a recording: `0.35 s` and `4.21 s` for short ones, then as `formatPosition` writes its end. */
export function formatDuration(seconds: number, t: Text = ENGLISH): string {
  return seconds < 10 - NEARLY_SECONDS ? `${writeDecimal(Math.max(0, seconds), 2, t)} s` : formatPosition(seconds);
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
