import { expect, it } from "vitest";
import { reciprocalRank } from "./rank";

it("is the place of the first partner where no scores are the same", () => {
  expect(reciprocalRank([0.9, 0.5, 0.4], [false, true, true])).toBe(1 / 2);
  expect(reciprocalRank([0.9, null], [false, true])).toBe(0);
});

it("is the mean over all orders where scores are the same", () => {
  // One partner among three: first, second or third with the same chance.
  expect(reciprocalRank([1, 1, 1], [true, false, false])).toBeCloseTo((1 + 1 / 2 + 1 / 3) / 3, 12);
  // Two among three: first with 2/3, else second.
  expect(reciprocalRank([1, 1, 1], [true, true, false])).toBeCloseTo(2 / 3 + 1 / 3 / 2, 12);
});
