import { expect, it } from "vitest";
import type { Vectors } from "@/lib/galaxy/layout/vectors";
import { neighboursKept, someOf } from "./trustworthiness";

const COUNT = 200;
const onALine: Vectors = {
  count: COUNT,
  dimensions: 3,
  values: Float32Array.from({ length: COUNT * 3 }, (_, i) => (i % 3 === 0 ? (i / 3) ** 1.1 : 0)),
};
const all = someOf(COUNT, COUNT);

it("a layout that keeps all neighbours is trusted, one without any order is not", () => {
  expect(neighboursKept(onALine, onALine.values, 10, all)).toEqual({ trustworthiness: 1, neighbours: 1 });
  const shuffled = Float32Array.from({ length: COUNT * 3 }, (_, i) => (Math.sin(i * 12.9898) * 43_758.5453) % 1);
  const { trustworthiness, neighbours } = neighboursKept(onALine, shuffled, 10, all);
  expect(trustworthiness).toBeGreaterThan(0.4);
  expect(trustworthiness).toBeLessThan(0.6);
  expect(neighbours).toBeLessThan(0.15);
});
