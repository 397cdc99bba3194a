import { expect, it } from "vitest";
import { quantile } from "./quantile";

it("a quantile is a value below which the share lies, whatever the order", () => {
  const values = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
  expect([0.5, 0.95, 0.99, 1].map((share) => quantile(values, share))).toEqual([50, 95, 99, 99]);
  expect(quantile([], 0.5)).toBe(0);
});
