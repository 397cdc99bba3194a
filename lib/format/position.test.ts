import { describe, expect, it } from "vitest";
import { parsePosition, writePosition } from "./position";

describe("a position that somebody types", () => {
  it.each([
    ["42", 42],
    [" 0:42 ", 42],
    ["1:02:03.5", 3723.5],
    ["0:01,25", 1.25],
    ["90:00", 5400],
  ])("%j is read", (text, seconds) => {
    expect(parsePosition(text)).toBe(seconds);
  });

  it.each(["", "x", "-1", "1:75", "1:2:3:4", "1e3", "0:", "NaN", "9".repeat(40)])("%j is none", (text) => {
    expect(parsePosition(text)).toBeNull();
  });

  it("is read back as it was written", () => {
    for (const seconds of [0, 0.3, 1.1, 59.9, 61.4, 5400.7])
      expect(parsePosition(writePosition(seconds))).toBe(seconds);
  });
});
