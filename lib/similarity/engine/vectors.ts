import type { Embedding } from "@/lib/analysis/record/values/embedding";

/** The three aspects of an embedding lie side by side in one vector. Each has length 1. */
export const ASPECTS = ["timbre", "rhythm", "harmony"] as const;
export type Aspect = (typeof ASPECTS)[number];

export const ASPECT_SIZES: Readonly<Record<Aspect, number>> = { timbre: 40, rhythm: 32, harmony: 24 };
export const DIMENSIONS = 96;
export const ASPECT_STARTS: Readonly<Record<Aspect, number>> = { timbre: 0, rhythm: 40, harmony: 72 };

/** How much each aspect counts. None is negative, and at least one is above zero. */
export type AspectWeights = Readonly<Record<Aspect, number>>;
export const EQUAL_WEIGHTS: AspectWeights = { timbre: 1, rhythm: 1, harmony: 1 };

const STEPS = 32_767;

/** Returns null if the sizes are wrong, a number is not finite, or an aspect has no length. Scales each to length 1. */
export function vectorOf(embedding: Embedding): Float32Array | null {
  const vector = new Float32Array(DIMENSIONS);
  for (const aspect of ASPECTS) {
    const values = embedding[aspect];
    if (values.length !== ASPECT_SIZES[aspect]) return null;
    const length = Math.hypot(...values);
    if (!Number.isFinite(length) || length === 0) return null;
    values.forEach((value, at) => {
      vector[ASPECT_STARTS[aspect] + at] = value / length;
    });
  }
  return vector;
}

/** A component of −1 … 1 as 16 bits, whose high byte alone is close enough to choose candidates by. */
export function quantised(value: number): { high: number; low: number } {
  const steps = Math.max(-STEPS, Math.min(STEPS, Math.round(value * STEPS)));
  // Rounded to the nearest high byte; the rest, −128 … 127, is the low byte.
  const high = Math.min(127, (steps + 128) >> 8);
  return { high, low: Math.max(-128, Math.min(127, steps - high * 256)) };
}

export const restored = (high: number, low: number) => (high * 256 + low) / STEPS;

/**
 * The query as the scan wants it: each aspect scaled by its weight, the largest component as far up as 16 bits reach.
 * With all rows of the same length, the largest inner product with it is the smallest weighted distance.
 */
export function weightedQuery(vector: Float32Array, weights: AspectWeights): Int16Array {
  const scaled = new Float64Array(DIMENSIONS);
  let largest = 0;
  for (const aspect of ASPECTS) {
    const start = ASPECT_STARTS[aspect];
    for (let at = start; at < start + ASPECT_SIZES[aspect]; at++) {
      const value = (vector[at] ?? 0) * weights[aspect];
      scaled[at] = value;
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const factor = largest > 0 ? STEPS / largest : 0;
  return Int16Array.from(scaled, (value) => Math.round(value * factor));
}
