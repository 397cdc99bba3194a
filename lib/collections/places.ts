/** `count` places between two others, either of which may be missing. */
export function between(below: number | null, above: number | null, count: number): number[] {
  const low = below ?? (above === null ? 0 : above - count - 1);
  const high = above ?? low + count + 1;
  return Array.from({ length: count }, (_, index) => low + ((high - low) * (index + 1)) / (count + 1));
}

/** Whether places are far enough apart to stay different numbers. */
export const areApart = (places: readonly number[], below: number | null, above: number | null): boolean => {
  const all = [...(below === null ? [] : [below]), ...places, ...(above === null ? [] : [above])];
  return all.every((place, index) => index === 0 || place - (all[index - 1] ?? 0) > LEAST_GAP);
};
/** Forty halvings of a gap of one, with room to spare: beyond, everything is numbered anew. */
const LEAST_GAP = 1e-12;
