import { ASPECT_DIMENSIONS, ASPECTS, VECTOR_DIMENSIONS } from "@/lib/similarity/schema";

/** How much of what is not wanted is taken away. With all of it, opposites of it would be found, not likes of the rest. */
const AWAY = 0.5;
/** Shorter than this, a sum has no direction that means anything. */
const SHORTEST = 1e-6;

/**
 * What several sounds have in common, and others have not: for each aspect the mean of `like` less half the mean of
 * `unlike`, brought to length 1. Where nothing is left of an aspect, `unlike` does not count in it; where `like` cancel
 * each other out, the first of them counts.
 *
 * @param like one vector or more of 96 numbers, each aspect of length 1; `unlike` may be empty
 * @throws RangeError for no `like`, other dimensions, or an aspect without length
 */
export function combineVectors(like: readonly Float32Array[], unlike: readonly Float32Array[]): Float32Array {
  const [first] = like;
  if (!first) throw new RangeError("nothing to be like");
  const wanted = meanOf(like);
  const away = unlike.length > 0 ? meanOf(unlike) : new Float64Array(VECTOR_DIMENSIONS);
  const less = wanted.map((value, i) => value - AWAY * (away[i] ?? 0));
  return byAspect((part) => unit(part(less)) ?? unit(part(wanted)) ?? unit(part(Float64Array.from(first))));
}

/** 96 numbers with each aspect brought to length 1. Null if there are not as many, or an aspect has no length. */
export function unitVector(values: ArrayLike<number>): Float32Array | null {
  const all = Float64Array.from(values);
  if (all.length !== VECTOR_DIMENSIONS || !all.every(Number.isFinite)) return null;
  try {
    return byAspect((part) => unit(part(all)));
  } catch {
    return null;
  }
}

type Part = (of: Float64Array) => Float64Array;

function byAspect(make: (part: Part) => Float64Array | null): Float32Array {
  const vector = new Float32Array(VECTOR_DIMENSIONS);
  let at = 0;
  for (const aspect of ASPECTS) {
    const from = at;
    at += ASPECT_DIMENSIONS[aspect];
    const to = at;
    const made = make((of) => of.subarray(from, to));
    if (!made) throw new RangeError(`${aspect} has no length`);
    vector.set(made, from);
  }
  return vector;
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(VECTOR_DIMENSIONS);
  for (const given of vectors) {
    const vector = unitVector(given);
    if (!vector) throw new RangeError(`not a vector of ${VECTOR_DIMENSIONS} numbers`);
    vector.forEach((value, i) => {
      mean[i] = (mean[i] ?? 0) + value / vectors.length;
    });
  }
  return mean;
}

function unit(values: Float64Array): Float64Array | null {
  const length = Math.hypot(...values);
  return length >= SHORTEST ? values.map((value) => value / length) : null;
}
