import { describe, expect, it } from "vitest";
import { fromStoredVector, toStoredVector } from "./stored-vector";
import { VECTOR_PARTS } from "./vector-parts";

const direction = (dimensions: number, phase: number) => {
  const values = Array.from({ length: dimensions }, (_, i) => Math.sin(phase + i * 1.7));
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
};
const embedding = { timbre: direction(40, 1), rhythm: direction(32, 2), harmony: direction(24, 3) };

describe("a stored vector", () => {
  it("comes back within half of a step", () => {
    const stored = toStoredVector(embedding);
    expect(stored).toHaveLength(192);
    const back = fromStoredVector(stored);
    const wanted = [...embedding.timbre, ...embedding.rhythm, ...embedding.harmony];
    for (const [i, value] of wanted.entries()) expect(Math.abs((back[i] ?? 9) - value)).toBeLessThan(1.6e-5);
  });

  it("has parts of length 1, whatever length they came with", () => {
    const louder = { ...embedding, rhythm: embedding.rhythm.map((value) => value * 3) };
    expect(toStoredVector(louder).equals(toStoredVector(embedding))).toBe(true);
  });

  it("holds a part with one coordinate only", () => {
    const back = fromStoredVector(toStoredVector({ ...embedding, timbre: [-1, ...Array<number>(39).fill(0)] }));
    expect([...back.subarray(0, VECTOR_PARTS.timbre)]).toEqual([-1, ...Array<number>(39).fill(0)]);
  });

  it.each([
    ["another number of dimensions", [1]],
    ["what is not a number", Array<number>(32).fill(Number.NaN)],
    ["what has no length", Array<number>(32).fill(0)],
  ])("refuses %s", (_, rhythm) => {
    expect(() => toStoredVector({ ...embedding, rhythm })).toThrow(/^rhythm is not 32/);
  });

  it("is read from 192 bytes only", () => {
    expect(() => fromStoredVector(new Uint8Array(191))).toThrow(RangeError);
  });
});
