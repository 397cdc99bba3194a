/** A part of a recording, from and to in seconds. */
export type Part = readonly [fromSeconds: number, toSeconds: number];

/** Parts closer than this are one: a player reports in steps. */
const GAP_SECONDS = 0.05;

/** The same parts in order, with none that overlap. Empty and reversed ones are left out. */
export function mergeParts(parts: readonly Part[]): Part[] {
  const merged: [number, number][] = [];
  const sorted = parts.filter(([from, to]) => to > from).toSorted((a, b) => a[0] - b[0]);
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1] + GAP_SECONDS) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Seconds that were heard, each part once. */
export function heardLength(parts: readonly Part[]): number {
  return mergeParts(parts).reduce((sum, [from, to]) => sum + (to - from), 0);
}

/** The longest `most` of them, in order. */
export function longestParts(parts: readonly Part[], most: number): Part[] {
  if (parts.length <= most) return [...parts];
  const length = ([from, to]: Part) => to - from;
  return parts
    .toSorted((a, b) => length(b) - length(a))
    .slice(0, most)
    .sort((a, b) => a[0] - b[0]);
}
