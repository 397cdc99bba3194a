import { describe, expect, it } from "vitest";
import { problemOf } from "./question-check";
import { EVEN_WEIGHTS, type SoundQuestion } from "./schema";

const vector = Float32Array.from({ length: 96 }, (_, i) => Math.cos(i));
const good: SoundQuestion = { vector, weights: EVEN_WEIGHTS, filters: [], limit: 10, minSimilarity: 0, except: [] };
const without = (from: number, to: number) => vector.map((value, i) => (i >= from && i < to ? 0 : value));

describe("a question about sounds", () => {
  it.each([
    [null, {}],
    ["wrong_dimensions", { vector: vector.subarray(1) }],
    ["not_finite", { vector: vector.map((value, i) => (i === 50 ? Number.NaN : value)) }],
    ["not_finite", { vector: vector.map((value, i) => (i === 50 ? -Infinity : value)) }],
    ["no_direction", { vector: new Float32Array(96) }],
    ["no_direction", { vector: without(40, 72) }],
    [null, { vector: without(40, 72), weights: { timbre: 1, rhythm: 0, harmony: 1 } }],
    ["bad_weights", { weights: { timbre: 0, rhythm: 0, harmony: 0 } }],
    ["bad_weights", { weights: { timbre: 1, rhythm: -1, harmony: 1 } }],
    ["bad_weights", { weights: { timbre: 1, rhythm: Number.NaN, harmony: 1 } }],
    ["bad_limit", { limit: 0 }],
    ["bad_limit", { limit: 1.5 }],
    ["bad_limit", { limit: 10_001 }],
    ["bad_similarity", { minSimilarity: 1.01 }],
    ["bad_similarity", { minSimilarity: Number.NaN }],
  ] satisfies [string | null, Partial<SoundQuestion>][])("is %s: %o", (problem, asked) => {
    expect(problemOf({ ...good, ...asked })).toBe(problem);
  });
});
