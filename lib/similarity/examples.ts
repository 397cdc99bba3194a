import { ASPECT_DIMENSIONS, ASPECTS, type AspectWeights, VECTOR_DIMENSIONS } from "./schema";

/** How much a counter-example counts beside an example. Less than all: it says where not to look, not where to look. */
const UNLIKE_WEIGHT = 0.5;
/** A shorter sum has no direction that means anything: the examples cancel each other out. */
const SHORTEST = 1e-3;

export interface Examples {
  like: readonly Float32Array[];
  unlike: readonly Float32Array[];
}

/**
 * One vector for several examples: in each aspect the mean of the examples, less half of the mean of the
 * counter-examples, brought to length 1. An aspect in which they cancel each other out gets the weight 0. With
 * counter-examples only, it points away from them. Null if no aspect that counts has a direction.
 */
export function vectorOfExamples(
  { like, unlike }: Examples,
  weights: AspectWeights,
): { vector: Float32Array; weights: AspectWeights } | null {
  const vector = new Float32Array(VECTOR_DIMENSIONS);
  const left = { ...weights };
  let start = 0;
  for (const aspect of ASPECTS) {
    const end = start + ASPECT_DIMENSIONS[aspect];
    const part = vector.subarray(start, end);
    for (const example of like) add(part, example.subarray(start, end), 1 / like.length);
    for (const example of unlike) add(part, example.subarray(start, end), -UNLIKE_WEIGHT / unlike.length);
    const length = lengthOf(part);
    if (length < SHORTEST) left[aspect] = 0;
    for (let i = 0; i < part.length; i++) part[i] = length < SHORTEST ? 0 : (part[i] ?? 0) / length;
    start = end;
  }
  return ASPECTS.some((aspect) => left[aspect] > 0) ? { vector, weights: left } : null;
}

/** Adds an example at length 1, whatever its own. */
function add(sum: Float32Array, example: Float32Array, weight: number): void {
  const length = lengthOf(example);
  if (!(length > 0)) return;
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (weight * (example[i] ?? 0)) / length;
}

const lengthOf = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** How alike two sounds are under these weights, as the index says it: 0–1, with the cosine of each aspect. */
export function similarityOf(a: Float32Array, b: Float32Array, weights: AspectWeights) {
  const aspects = { timbre: 0, rhythm: 0, harmony: 0 };
  let start = 0;
  for (const aspect of ASPECTS) {
    const end = start + ASPECT_DIMENSIONS[aspect];
    const lengths = lengthOf(a.subarray(start, end)) * lengthOf(b.subarray(start, end));
    let dot = 0;
    for (let i = start; i < end; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
    aspects[aspect] = lengths > 0 ? dot / lengths : 0;
    start = end;
  }
  const total = ASPECTS.reduce((sum, aspect) => sum + weights[aspect], 0);
  const mean = ASPECTS.reduce((sum, aspect) => sum + weights[aspect] * aspects[aspect], 0) / total;
  return { similarity: Math.max(0, Math.min(1, mean)), aspects };
}
