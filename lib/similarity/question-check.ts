import { ASPECT_DIMENSIONS, ASPECTS, type SoundQuestion, VECTOR_DIMENSIONS } from "./schema";

export const HITS_MAX = 10_000;

export const QUESTION_PROBLEMS = {
  wrong_dimensions: "A sound's vector has 96 numbers",
  not_finite: "A sound's vector has only finite numbers",
  no_direction: "An aspect of the vector that counts is all zeros, so nothing can be compared with it",
  bad_weights: "Weights are numbers of 0 or more, and one of them is above 0",
  bad_limit: `At most ${HITS_MAX.toLocaleString("en")} hits can be asked for, and at least one`,
  bad_similarity: "The least similarity is a number of 0 to 1",
} as const;
export type QuestionProblem = keyof typeof QUESTION_PROBLEMS;

/** Why a question cannot be answered, by name; null if it can. */
export function problemOf({ vector, weights, limit, minSimilarity }: SoundQuestion): QuestionProblem | null {
  if (vector.length !== VECTOR_DIMENSIONS) return "wrong_dimensions";
  if (!vector.every(Number.isFinite)) return "not_finite";
  const shares = ASPECTS.map((aspect) => weights[aspect]);
  if (!shares.every((share) => Number.isFinite(share) && share >= 0) || !shares.some((share) => share > 0)) {
    return "bad_weights";
  }
  let start = 0;
  for (const aspect of ASPECTS) {
    const part = vector.subarray(start, start + ASPECT_DIMENSIONS[aspect]);
    if (weights[aspect] > 0 && !(Math.hypot(...part) > 0)) return "no_direction";
    start += part.length;
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > HITS_MAX) return "bad_limit";
  return minSimilarity >= 0 && minSimilarity <= 1 ? null : "bad_similarity";
}
