import { describe, expect, it } from "vitest";
import { logistic, softmax } from "./softmax";

describe("softmax", () => {
  it("sums to 1 and keeps the order, even for scores too large to exponentiate", () => {
    const shares = softmax([1000, 1001, 990]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[1]).toBeCloseTo(1 / (1 + Math.exp(-1) + Math.exp(-11)), 9);
  });

  it("is less sure at a higher temperature", () => {
    expect(softmax([2, 0], 3)[0]).toBeLessThan(softmax([2, 0], 1)[0]);
  });

  it("is empty without scores and refuses a temperature of 0", () => {
    expect(softmax([])).toHaveLength(0);
    expect(() => softmax([1, 2], 0)).toThrow(RangeError);
  });
});

describe("logistic", () => {
  it("is the softmax of two scores", () => {
    for (const score of [-30, -1, 0, 0.4, 12]) expect(logistic(score)).toBeCloseTo(softmax([score, 0])[0], 12);
  });
});
