/** The share of the owner who has most of everything. */
const HUGE_SHARE = 0.6;
/** Owners between the crowd and the huge one. They are taken in this order as long as they fit into `LARGE_SHARE`. */
const LARGE = [50_000, 20_000, 45_000, 30_000, 35_000, 25_000];
const LARGE_SHARE = 0.206;
/** In every library: too few samples for any statistics, and exactly as many as one answer has hits. */
const TINY = 10;
const SMALL_MIN = 10;
const SMALL_MAX = 2000;

/**
 * How many samples each owner has, the largest first and the one with exactly ten last: one with 60 % of all, some with
 * 20,000 to 50,000 if the library is large enough (else one with a fifth), and many with 10 to 2,000, evenly on the log
 * scale. They sum to `rows`, which is at least 1,000.
 */
export function ownerSizes(rows: number): number[] {
  const huge = Math.round(rows * HUGE_SHARE);
  const large: number[] = [];
  let room = Math.round(rows * LARGE_SHARE);
  for (const size of LARGE) {
    if (size > room) continue;
    large.push(size);
    room -= size;
  }
  if (large.length === 0) large.push(Math.round(rows * 0.2));
  const left = rows - huge - large.reduce((sum, size) => sum + size, 0) - TINY;
  return [huge, ...large.sort((a, b) => b - a), ...smallSizes(left), TINY];
}

/** Evenly spread on the log scale; the golden ratio's multiples are even however many are taken. */
function smallSizes(total: number): number[] {
  const sizes: number[] = [];
  const most = Math.min(SMALL_MAX, total / 4);
  for (let left = total, step = 1; left > 0; step++) {
    const place = (step * 0.618034) % 1;
    const size = Math.min(left, Math.round(SMALL_MIN * (most / SMALL_MIN) ** place));
    // A rest smaller than anybody has goes to the last one.
    if (left - size < SMALL_MIN) return [...sizes, left].sort((a, b) => b - a);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}
