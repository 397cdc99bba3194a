/** Flattens the difference between the first places. Cormack, Clarke & Büttcher, "Reciprocal Rank Fusion", 2009. */
const K = 60;

/** What one leg found, the best first, and how much it counts. */
export interface RankedLeg<Name extends string> {
  name: Name;
  weight: number;
  ids: readonly string[];
}

export interface Fused<Name extends string> {
  id: string;
  /** 0–1: 1 = first in every leg. The same whatever else was found below it. */
  score: number;
  /** Its place in each leg that found it, from 1. */
  ranks: Partial<Record<Name, number>>;
}

/**
 * One list out of several: a hit scores the sum of weight ÷ (60 + place) over the legs that found it, divided by the
 * most there can be. Of the same score, the smaller id comes first, so that the order is the same each time.
 */
export function fuse<Name extends string>(legs: readonly RankedLeg<Name>[]): Fused<Name>[] {
  const asked = legs.filter(({ weight }) => weight > 0);
  const most = asked.reduce((sum, { weight }) => sum + weight / (K + 1), 0);
  const found = new Map<string, Fused<Name>>();
  for (const { name, weight, ids } of asked) {
    for (const [index, id] of ids.entries()) {
      const hit: Fused<Name> = found.get(id) ?? { id, score: 0, ranks: {} };
      if (hit.ranks[name] !== undefined) continue;
      hit.ranks[name] = index + 1;
      hit.score += weight / (K + index + 1) / most;
      found.set(id, hit);
    }
  }
  return [...found.values()]
    .map((hit) => ({ ...hit, score: Math.min(1, hit.score) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
