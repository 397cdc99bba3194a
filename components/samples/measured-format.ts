/** `+12 cents`, `−3 cents`, `0 cents`. */
export function formatCents(cents: number): string {
  const rounded = Math.round(cents);
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
  return `${sign}${Math.abs(rounded)} cents`;
}

/** `350 ms`, `1.24 s`. */
export function formatBrief(seconds: number): string {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(2)} s`;
}

/** `1.62 : 1`, the first half of a beat to the second. */
export function formatSwing(ratio: number): string {
  return `${ratio.toFixed(2)} : 1`;
}

/** `1 bar`, `4 bars`. */
export function formatBars(bars: number): string {
  return bars === 1 ? "1 bar" : `${bars.toLocaleString("en")} bars`;
}
