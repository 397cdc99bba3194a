/** Hours and minutes, then seconds with or without a fraction: `42`, `0:42`, `1:02:03.5`. */
const POSITION = /^(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,5}(?:[.,]\d{1,3})?)$/;

/** Seconds of a position that somebody typed. Null if it is none. */
export function parsePosition(text: string): number | null {
  const [whole, hours = "0", minutes = "0", seconds = ""] = POSITION.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const last = Number(seconds.replace(",", "."));
  if (whole.includes(":") && last >= 60) return null;
  return Number(hours) * 3600 + Number(minutes) * 60 + last;
}

/** The same as text, to a tenth of a second, so that it is read back as it was: `1:02.4`. */
export function writePosition(seconds: number): string {
  const tenths = Math.max(0, Math.floor(seconds * 10 + 1e-6));
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, "0")}.${rest % 10}`;
}

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3600;

const pad = (value: number): string => String(value).padStart(2, "0");

/** `0:42`, `3:05`, `1:02:03`. */
function clock(wholeSeconds: number): string {
  const hours = Math.floor(wholeSeconds / HOUR_SECONDS);
  const minutes = Math.floor((wholeSeconds % HOUR_SECONDS) / MINUTE_SECONDS);
  const seconds = pad(wholeSeconds % MINUTE_SECONDS);
  return hours > 0 ? `${hours}:${pad(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

/** Half a hundredth: a recording that is a sample short of three minutes is three minutes long. */
export const NEARLY_SECONDS = 0.005;

/** A position in a recording: `0:04`, `3:05`, `1:02:03`. Rounded down, as players do. */
export function formatPosition(seconds: number): string {
  return clock(Math.max(0, Math.floor(seconds + NEARLY_SECONDS)));
}
