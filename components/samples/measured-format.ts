import { writeDecimal } from "@/lib/format/decimal";
import { ENGLISH, type Text } from "@/lib/language/text";

/** `+12 cents`, `−3 cents`, `0 cents`. */
export function formatCents(cents: number, t: Text = ENGLISH): string {
  const rounded = Math.round(cents);
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
  return t("{number} cents", { number: `${sign}${Math.abs(rounded)}` });
}

/** `350 ms`, `1.24 s`. */
export function formatBrief(seconds: number, t: Text = ENGLISH): string {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${writeDecimal(seconds, 2, t)} s`;
}

/** `1.62 : 1`, the first half of a beat to the second. */
export function formatSwing(ratio: number, t: Text = ENGLISH): string {
  return `${writeDecimal(ratio, 2, t)} : 1`;
}

/** `1 bar`, `4 bars`. */
export function formatBars(bars: number, t: Text = ENGLISH): string {
  return t.count(bars, "{count} bar", "{count} bars");
}

/** With so many digits that count: `0.123`, `12.3`. */
export function writePrecise(value: number, digits: number, t: Text = ENGLISH): string {
  const written = value.toPrecision(digits);
  return t.language === "de" ? written.replace(".", ",") : written;
}
