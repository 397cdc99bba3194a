import { squaredDistance, type Vectors } from "@/lib/galaxy/layout/vectors";

export interface Kept {
  /**
   * 0–1; 1 if all neighbours in the layout are neighbours by sound. Those that are not count by how far down they are
   * (Venna & Kaski 2001).
   */
  trustworthiness: number;
  /** The share of the nearest by sound that are among the nearest in the layout. */
  neighbours: number;
}

/** How well a layout keeps the `k` nearest neighbours of some of its points: exact for those points, which lie evenly among all. */
export function neighboursKept(vectors: Vectors, places: Float32Array, k: number, points: readonly number[]): Kept {
  const { count } = vectors;
  const laidOut: Vectors = { count, dimensions: 3, values: places };
  const bySound = new Float32Array(count);
  const byPlace = new Float32Array(count);
  let [penalty, common] = [0, 0];
  for (const point of points) {
    for (let other = 0; other < count; other++) {
      bySound[other] = other === point ? Number.POSITIVE_INFINITY : squaredDistance(vectors, point, other);
      byPlace[other] = other === point ? Number.POSITIVE_INFINITY : squaredDistance(laidOut, point, other);
    }
    for (const other of nearest(byPlace, k)) {
      const distance = bySound[other] as number;
      let rank = 1;
      for (let i = 0; i < count; i++) if ((bySound[i] as number) < distance) rank += 1;
      penalty += Math.max(0, rank - k);
      if (rank <= k) common += 1;
    }
  }
  const most = (points.length * k * (2 * count - 3 * k - 1)) / 2;
  return { trustworthiness: 1 - penalty / most, neighbours: common / (points.length * k) };
}

function nearest(distances: Float32Array, k: number): number[] {
  const limit = distances.toSorted()[k - 1] as number;
  const found: number[] = [];
  for (let i = 0; i < distances.length && found.length < k; i++) if ((distances[i] as number) <= limit) found.push(i);
  return found;
}

/** So many of `count` points, evenly. */
export const someOf = (count: number, wanted: number): number[] =>
  Array.from({ length: Math.min(count, wanted) }, (_, i) => Math.floor((i * count) / Math.min(count, wanted)));
