import { ASPECT_DIMENSIONS, ASPECTS, VECTOR_DIMENSIONS } from "@/lib/similarity/schema";

/** Shorter than any mean of two directions but of opposite ones, which has none. */
const SHORT = 1e-6;

/**
 * Sounds that are not there, evenly on the way from one to another, without either end: each aspect goes along the line
 * between the two and is brought to length 1 again.
 */
export function stationsBetween(from: Float32Array, to: Float32Array, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, i) => between(from, to, (i + 1) / (count + 1)));
}

function between(from: Float32Array, to: Float32Array, share: number): Float32Array {
  const vector = new Float32Array(VECTOR_DIMENSIONS);
  let start = 0;
  for (const aspect of ASPECTS) {
    const end = start + ASPECT_DIMENSIONS[aspect];
    let squares = 0;
    for (let i = start; i < end; i++) {
      const value = (1 - share) * (from[i] ?? 0) + share * (to[i] ?? 0);
      vector[i] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    const nearer = share < 0.5 ? from : to;
    for (let i = start; i < end; i++) vector[i] = length > SHORT ? (vector[i] ?? 0) / length : (nearer[i] ?? 0);
    start = end;
  }
  return vector;
}

/**
 * The nearest sample of each station that is not on the way yet. `hits` are in the order of the stations, the most
 * similar first. A station near which all are taken has none.
 */
export function walk(ends: readonly [string, string], hits: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>(ends);
  const steps = hits.flatMap((ids) => {
    const next = ids.find((id) => !taken.has(id));
    if (next === undefined) return [];
    taken.add(next);
    return [next];
  });
  return [ends[0], ...steps, ends[1]];
}
