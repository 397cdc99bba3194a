/** What is more alike is never weak, what is less alike always. */
const SURE_SIMILARITY = 0.85;
const POOR_SIMILARITY = 0.35;
/** Where no gap tells strong from weak. */
const USUAL_DIVIDER = 0.55;
/** A gap in fewer values may be chance. */
const VALUES_MIN = 5;
/** How much of the variance two groups must explain. Values that are spread evenly reach ¾. */
const CLEAR_SHARE = 0.8;

/**
 * From which similarity on sounds count as alike, among those that were found. If they fall into two groups, it is the
 * middle of the gap between them: the division that explains most of the variance (Otsu, 1979), if that is clearly
 * more than it would explain of values without a gap. Otherwise a fixed similarity.
 *
 * @param similarities 0–1, in any order
 */
export function similarityDivider(similarities: readonly number[]): number {
  const sorted = [...similarities].sort((a, b) => b - a);
  const gap = sorted.length < VALUES_MIN ? null : clearestGap(sorted);
  return Math.min(SURE_SIMILARITY, Math.max(POOR_SIMILARITY, gap ?? USUAL_DIVIDER));
}

function clearestGap(sorted: readonly number[]): number | null {
  const count = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  if (variance < 1e-6) return null;
  let best = { explained: 0, divider: 0 };
  let above = 0;
  for (let index = 1; index < count; index++) {
    above += sorted[index - 1] ?? 0;
    const [upper, lower] = [above / index, (mean * count - above) / (count - index)];
    const explained = (index * (count - index) * (upper - lower) ** 2) / count ** 2 / variance;
    if (explained > best.explained) {
      best = { explained, divider: ((sorted[index - 1] ?? 0) + (sorted[index] ?? 0)) / 2 };
    }
  }
  return best.explained >= CLEAR_SHARE ? best.divider : null;
}

/**
 * Where in a list the weak hits begin: at the place that puts fewest strong ones below the line and fewest weak ones
 * above it. The length of the list if there are none.
 *
 * @param isStrong hit by hit, the best first
 */
export function weakFrom(isStrong: readonly boolean[]): number {
  let wrong = isStrong.filter(Boolean).length;
  let best = { wrong, at: 0 };
  for (const [index, strong] of isStrong.entries()) {
    wrong += strong ? -1 : 1;
    if (wrong <= best.wrong) best = { wrong, at: index + 1 };
  }
  return best.at;
}
