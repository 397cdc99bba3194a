import { describe, expect, it } from "vitest";
import { counted, formatCount } from "./count";

describe("a count", () => {
  it("sets thousands apart", () => {
    expect([0, 999, 1000, 1_234_567].map((value) => formatCount(value))).toEqual(["0", "999", "1,000", "1,234,567"]);
  });

  it("names one thing in the singular and every other number in the plural", () => {
    expect([0, 1, 2, 1000].map((value) => counted(value, "sample"))).toEqual([
      "0 samples",
      "1 sample",
      "2 samples",
      "1,000 samples",
    ]);
  });
});
