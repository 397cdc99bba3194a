/** The levels of an overview, 0–1. Empty if there is none. */
export function overviewBars(overview: string | null): number[] {
  const bytes = overview ? atob(overview) : "";
  return Array.from(bytes, (byte) => byte.charCodeAt(0) / 255);
}

/** How many of the bars lie before a position. */
export function playedBars(positionSeconds: number, seconds: number, bars: number): number {
  return seconds > 0 ? Math.round(Math.min(1, Math.max(0, positionSeconds / seconds)) * bars) : 0;
}
