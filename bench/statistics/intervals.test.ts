import { expect, it } from "vitest";
import { bootstrapInterval, meanWithInterval, wilsonInterval } from "./intervals";

it("gives Wilson's interval of a share", () => {
  const half = wilsonInterval(5, 10);
  expect(half.low).toBeCloseTo(0.2366, 4);
  expect(half.high).toBeCloseTo(0.7634, 4);
  // All right is not proof of perfection.
  expect(wilsonInterval(10, 10)).toEqual({ low: expect.closeTo(0.7225, 4), high: expect.closeTo(1) });
  expect(wilsonInterval(0, 10)).toEqual({ low: expect.closeTo(0), high: expect.closeTo(0.2775, 4) });
  expect(() => wilsonInterval(0, 0)).toThrow(RangeError);
});

it("gives a repeatable bootstrap interval that narrows with more values", () => {
  const values = (count: number) => Array.from({ length: count }, (_, i) => (i % 11) / 10);
  const few = bootstrapInterval(values(22));
  const many = bootstrapInterval(values(2200));
  expect(few).toEqual(bootstrapInterval(values(22)));
  expect(few.low).toBeLessThan(0.5);
  expect(few.high).toBeGreaterThan(0.5);
  // The spread is 0.316: 1.96 standard errors either way.
  expect(many.high - many.low).toBeCloseTo((2 * 1.96 * 0.316) / Math.sqrt(2200), 2);
  expect(() => bootstrapInterval([])).toThrow(RangeError);
});

it("takes Wilson's interval for answers that are right or wrong, the bootstrap's for degrees", () => {
  expect(meanWithInterval([1, 0, 1, 1])).toEqual({ mean: 0.75, count: 4, ...wilsonInterval(3, 4) });
  expect(meanWithInterval([1, 0.5, 0.3])).toEqual({
    mean: expect.closeTo(0.6),
    count: 3,
    ...bootstrapInterval([1, 0.5, 0.3]),
  });
});
