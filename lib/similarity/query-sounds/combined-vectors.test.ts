import { describe, expect, it } from "vitest";
import { ASPECT_DIMENSIONS, ASPECTS, VECTOR_DIMENSIONS } from "@/lib/similarity/schema";
import { combineVectors, unitVector } from "./combined-vectors";
import { rawVectorSchema } from "./schema";

const at = { timbre: 0, rhythm: 40, harmony: 72 };

/** Each aspect points along one axis of its own, or against it. */
function pointing(timbre: number, rhythm: number, harmony: number): Float32Array {
  const vector = new Float32Array(VECTOR_DIMENSIONS);
  for (const [aspect, axis] of Object.entries({ timbre, rhythm, harmony })) {
    vector[at[aspect as keyof typeof at] + Math.abs(axis)] = axis < 0 ? -1 : 1;
  }
  return vector;
}

const lengths = (vector: Float32Array) =>
  ASPECTS.map((aspect) => Math.hypot(...vector.subarray(at[aspect], at[aspect] + ASPECT_DIMENSIONS[aspect])));
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe("combined vectors", () => {
  const [a, b, c] = [pointing(1, 1, 1), pointing(2, 2, 2), pointing(3, 3, 3)];

  it("lie between what is wanted, and each aspect has length 1", () => {
    const both = combineVectors([a, b], []);
    for (const length of lengths(both)) expect(length).toBeCloseTo(1, 6);
    expect(dot(both, a)).toBeCloseTo(dot(both, b), 6);
    expect(dot(both, a)).toBeCloseTo(3 * Math.SQRT1_2, 5);
    expect(combineVectors([a], [])).toEqual(a);
  });

  it("lean away from what is not wanted, but stay nearer to what is", () => {
    const less = combineVectors([a, b], [b]);
    expect(dot(less, a)).toBeGreaterThan(dot(combineVectors([a, b], []), a));
    expect(dot(less, a)).toBeGreaterThan(dot(less, b));
    expect(dot(combineVectors([a], [c]), c)).toBeLessThan(0);
    expect(dot(combineVectors([a], [c]), a)).toBeGreaterThan(2.6);
  });

  it("have a direction even where sounds cancel each other out, or the same one is wanted and not", () => {
    const opposite = pointing(-1, 2, 3);
    expect(lengths(combineVectors([a, opposite], [])).every((length) => Math.abs(length - 1) < 1e-6)).toBe(true);
    expect(combineVectors([a], [a])).toEqual(a);
  });

  it("are of nothing that is no vector", () => {
    expect(() => combineVectors([], [a])).toThrow(RangeError);
    expect(() => combineVectors([a.subarray(1)], [])).toThrow(RangeError);
    expect(unitVector(new Float32Array(VECTOR_DIMENSIONS))).toBeNull();
  });
});

describe("a vector that a program sends", () => {
  it("is brought to length 1 in each aspect", () => {
    const sent = rawVectorSchema.parse([...pointing(1, 1, 1)].map((value) => 5 * value));
    expect(sent).toEqual(pointing(1, 1, 1));
  });

  it.each([
    ["of other dimensions", new Array(95).fill(1)],
    ["with an aspect of zeros", [...new Array(72).fill(1), ...new Array(24).fill(0)]],
    ["of zeros", new Array(96).fill(0)],
    ["with NaN", [Number.NaN, ...new Array(95).fill(1)]],
    ["with infinity", [Number.POSITIVE_INFINITY, ...new Array(95).fill(1)]],
    ["of texts", new Array(96).fill("1")],
  ])("%s is refused", (_, values) => {
    expect(rawVectorSchema.safeParse(values).success).toBe(false);
  });
});
