import { STORED_BYTES, STORED_LENGTH } from "@/lib/search-documents/stored-vector";
import { VECTOR_PARTS } from "@/lib/search-documents/vector-parts";
import {
  ASPECT_DIMENSIONS,
  ASPECTS,
  type Aspect,
  type AspectWeights,
  VECTOR_DIMENSIONS,
} from "@/lib/similarity/schema";

/** A question's vector, ready to be compared. */
export interface WeightedQuery {
  /** Each aspect times its share of the weights. The inner product with a row is the similarity. */
  weighted: Float64Array;
  /** Each aspect at length 1, for its cosine. */
  unweighted: Float64Array;
  /** `weighted` in 16 bits, for the scan. */
  scan: Int16Array;
  /** A sum of the scan times this is the similarity, off by `error` at most. */
  scale: number;
  error: number;
}

/** A 16-bit coordinate is `256 · upper + lower`, both −128 … 127. */
const UPPER = 256;
const LARGEST_QUERY = 32_767;
/** The lower byte is −128 … 127, so a coordinate differs by this at most from what the scan sees. */
const LOWER_MAX = 128 / STORED_LENGTH;

/**
 * Σ wₐ⟨qₐ, xₐ⟩ / Σ wₐ is the similarity of the row x: the aspects of the query are scaled, those of rows stay as they are.
 * `vector` is 96 finite numbers, and an aspect that counts has a length.
 */
export function weightedQuery(vector: Float32Array, weights: AspectWeights): WeightedQuery {
  const total = ASPECTS.reduce((sum, aspect) => sum + weights[aspect], 0);
  const unweighted = new Float64Array(VECTOR_DIMENSIONS);
  const weighted = new Float64Array(VECTOR_DIMENSIONS);
  let start = 0;
  for (const aspect of ASPECTS) {
    const end = start + ASPECT_DIMENSIONS[aspect];
    const length = Math.hypot(...vector.subarray(start, end));
    for (let i = start; i < end; i++) {
      unweighted[i] = length > 0 ? (vector[i] as number) / length : 0;
      weighted[i] = ((unweighted[i] as number) * weights[aspect]) / total;
    }
    start = end;
  }
  const largest = weighted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const steps = LARGEST_QUERY / largest;
  const scan = Int16Array.from(weighted, (value) => Math.round(value * steps));
  return { weighted, unweighted, scan, scale: UPPER / (steps * STORED_LENGTH), error: errorOf(weighted, steps) };
}

/** How far the similarity by upper bytes can be from the right one: what rows lack, and what the query lacks. */
function errorOf(weighted: Float64Array, steps: number): number {
  let rows = 0;
  for (const value of weighted) rows += Math.abs(value) * LOWER_MAX;
  // The absolute values of d numbers of length 1 add up to √d at most.
  const reach = Object.values(VECTOR_PARTS).reduce((sum, dimensions) => sum + Math.sqrt(dimensions), 0);
  return rows + (0.5 / steps) * reach * 1.01;
}

/** Both bytes of each coordinate. Null unless there are 192 bytes, and no coordinate beyond the length of its part. */
export function splitVector(stored: Uint8Array): { upper: Int8Array; lower: Int8Array } | null {
  if (stored.byteLength !== STORED_BYTES) return null;
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const upper = new Int8Array(VECTOR_DIMENSIONS);
  const lower = new Int8Array(VECTOR_DIMENSIONS);
  for (let i = 0; i < VECTOR_DIMENSIONS; i++) {
    const value = view.getInt16(i * 2, true);
    if (Math.abs(value) > STORED_LENGTH) return null;
    upper[i] = (value + UPPER / 2) >> 8;
    lower[i] = value - (upper[i] as number) * UPPER;
  }
  return { upper, lower };
}

/** The inner product with a row whose bytes begin at the offsets. −1 to 1 but for rounding. */
export function innerProduct(
  query: Float64Array,
  upper: Int8Array,
  upperAt: number,
  lower: Int8Array,
  lowerAt: number,
): number {
  let sum = 0;
  for (let i = 0; i < VECTOR_DIMENSIONS; i++) {
    sum += (query[i] as number) * ((upper[upperAt + i] as number) * UPPER + (lower[lowerAt + i] as number));
  }
  return sum / STORED_LENGTH;
}

/** 0–1: an inner product as hits have it. */
export const similarityOf = (product: number) => Math.max(0, Math.min(1, product));

/** The cosine in each aspect of a row. */
export function aspectCosines(query: WeightedQuery, upper: Int8Array, lower: Int8Array): Record<Aspect, number> {
  let at = 0;
  const cosine = (aspect: Aspect) => {
    let sum = 0;
    for (const end = at + ASPECT_DIMENSIONS[aspect]; at < end; at++) {
      sum += (query.unweighted[at] as number) * ((upper[at] as number) * UPPER + (lower[at] as number));
    }
    return Math.max(-1, Math.min(1, sum / STORED_LENGTH));
  };
  return { timbre: cosine("timbre"), rhythm: cosine("rhythm"), harmony: cosine("harmony") };
}
