import type { NeighbourTable } from "./neighbour-table";

/** Who pulls whom: each pair once. */
export interface NeighbourGraph {
  edges: number;
  from: Int32Array;
  to: Int32Array;
  /** Above 0, at most 1. */
  weights: Float32Array;
}

const BISECTIONS = 48;

/**
 * How strongly neighbours belong together: 1 for the nearest of a point, and falling so that the strengths of all its
 * neighbours have the same sum for each point, in dense places as in sparse ones. Two that call each other neighbours
 * belong together if either is right: p + q − pq (as in UMAP, McInnes, Healy & Melville 2018).
 */
export function neighbourGraph(table: NeighbourTable): NeighbourGraph {
  const { count, size, ids } = table;
  const strengths = new Float32Array(ids.length);
  for (let point = 0; point < count; point++) weigh(table, point, strengths);
  const from = new Int32Array(ids.length);
  const to = new Int32Array(ids.length);
  const weights = new Float32Array(ids.length);
  let edges = 0;
  for (let i = 0; i < ids.length; i++) {
    const other = ids[i] as number;
    if (other < 0) continue;
    const point = Math.floor(i / size);
    const back = placeOf(table, other, point);
    // The pair has been met from the other side.
    if (back >= 0 && other < point) continue;
    const p = strengths[i] as number;
    const q = back < 0 ? 0 : (strengths[back] as number);
    from[edges] = point;
    to[edges] = other;
    weights[edges] = p + q - p * q;
    edges += 1;
  }
  return { edges, from, to, weights };
}

/** Where `other` is among the neighbours of a point; −1 if it is not. */
function placeOf({ ids, size }: NeighbourTable, point: number, other: number): number {
  for (let i = point * size; i < (point + 1) * size; i++) if (ids[i] === other) return i;
  return -1;
}

function weigh({ squared, size }: NeighbourTable, point: number, strengths: Float32Array): void {
  const first = point * size;
  const nearest = Math.sqrt(squared[first] as number);
  const wanted = Math.log2(Math.max(2, size));
  let [low, high, width] = [0, Number.POSITIVE_INFINITY, 1];
  for (let round = 0; round < BISECTIONS; round++) {
    let sum = 0;
    for (let i = first; i < first + size; i++) sum += strength(squared[i] as number, nearest, width);
    if (sum > wanted) high = width;
    else low = width;
    width = high === Number.POSITIVE_INFINITY ? width * 2 : (low + high) / 2;
  }
  for (let i = first; i < first + size; i++)
    strengths[i] = Math.max(1e-6, strength(squared[i] as number, nearest, width));
}

function strength(squared: number, nearest: number, width: number): number {
  const beyond = Math.sqrt(squared) - nearest;
  return beyond <= 0 ? 1 : Math.exp(-beyond / width);
}
