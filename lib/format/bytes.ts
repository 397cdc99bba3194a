import { ENGLISH, type Text } from "@/lib/language/text";
import { writeDecimal } from "./decimal";

const UNITS = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** A size as file managers show it, in steps of 1024: `812 B`, `4.2 MB`, `120 MB`. */
export function formatBytes(bytes: number, t: Text = ENGLISH): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  // From 1023.5 on it would round up to "1024 KB".
  while (value >= (unit === 0 ? 1024 : 1023.5) && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const places = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${writeDecimal(value, places, t)} ${UNITS[unit]}`;
}
