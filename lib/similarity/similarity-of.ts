import { ASPECT_DIMENSIONS, ASPECTS, type AspectWeights } from "./schema";

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

const lengthOf = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
