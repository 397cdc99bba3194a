export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The part of the values within `reach` of `centre`, 0 to 1. */
export function partNear(values: readonly number[], centre: number, reach: number): number {
  if (values.length === 0) return 0;
  return values.filter((value) => Math.abs(value - centre) <= reach).length / values.length;
}

/** Standard deviation as a part of the mean. 1 for what happens by chance at any moment, 0 for a clock. */
export function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(mean > 0)) return 0;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean;
}

/** How many of the sorted times lie within `width` of each other at most. */
export function mostWithin(times: readonly number[], width: number): number {
  let [most, first] = [0, 0];
  for (let last = 0; last < times.length; last++) {
    while ((times[last] ?? 0) - (times[first] ?? 0) > width) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
