import type { Chance } from "./chance";
import type { NeighbourTable } from "./neighbour-table";
import { squaredDistance, type Vectors } from "./vectors";

/** Points that are compared each with each. */
const LEAF = 40;
/** Deeper than any tree of points that differ. */
const DEPTH_MAX = 60;

/**
 * Finds first neighbours: random hyperplanes split the points until few are left together, and those are compared. Each
 * plane lies in the middle between two points drawn at random (random projection trees, Dasgupta & Freund 2008).
 */
export function searchTrees(vectors: Vectors, table: NeighbourTable, trees: number, chance: Chance): void {
  const order = Int32Array.from({ length: vectors.count }, (_, index) => index);
  const plane = new Float32Array(vectors.dimensions);
  for (let tree = 0; tree < trees; tree++) split(0, vectors.count, 0);

  function split(from: number, to: number, depth: number): void {
    if (to - from <= LEAF) {
      compareAll(from, to);
      return;
    }
    const middle = depth > DEPTH_MAX ? from : partition(from, to);
    // Points that are all the same cannot be told apart: any half is as good.
    const at = middle === from || middle === to ? (from + to) >> 1 : middle;
    split(from, at, depth + 1);
    split(at, to, depth + 1);
  }

  /** Puts what lies on the one side of a plane before what lies on the other. Returns where the others begin. */
  function partition(from: number, to: number): number {
    const { values, dimensions } = vectors;
    const a = (order[from + chance.below(to - from)] as number) * dimensions;
    const b = (order[from + chance.below(to - from)] as number) * dimensions;
    let offset = 0;
    for (let i = 0; i < dimensions; i++) {
      const x = values[a + i] as number;
      const y = values[b + i] as number;
      plane[i] = x - y;
      offset += (x * x - y * y) / 2;
    }
    let end = to;
    for (let i = from; i < end; ) {
      const point = (order[i] as number) * dimensions;
      let side = -offset;
      for (let j = 0; j < dimensions; j++) side += (values[point + j] as number) * (plane[j] as number);
      if (side > 0) {
        i++;
        continue;
      }
      end -= 1;
      const swapped = order[i] as number;
      order[i] = order[end] as number;
      order[end] = swapped;
    }
    return end;
  }

  function compareAll(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const a = order[i] as number;
      for (let j = i + 1; j < to; j++) {
        const b = order[j] as number;
        const distance = squaredDistance(vectors, a, b);
        table.offer(a, b, distance);
        table.offer(b, a, distance);
      }
    }
  }
}
