const retrySeconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const unreachedSeconds = [0.25, 0.5, 1, 2, 4, 8, 10];

function delayMs(table: readonly number[], count: number, scale: number): number {
  const seconds = table[Math.min(count, table.length - 1)] ?? 0;
  return seconds * 1000 * scale * (0.9 + Math.random() * 0.2);
}

/** The wait before attempt `attempt + 1` of a call that failed, with ±10 % jitter. */
export function retryDelayMs(attempt: number, scale: number): number {
  return delayMs(retrySeconds, attempt, scale);
}

/** The wait before calling an app again after `misses` failed connections in a row: at most about ten seconds. */
export function unreachedDelayMs(misses: number, scale: number): number {
  return Math.max(50, delayMs(unreachedSeconds, misses, scale));
}
