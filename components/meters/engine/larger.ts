/** The larger level of each channel. */
export const larger = (before: readonly number[], now: readonly number[]): number[] =>
  now.map((db, channel) => Math.max(db, before[channel] ?? Number.NEGATIVE_INFINITY));
