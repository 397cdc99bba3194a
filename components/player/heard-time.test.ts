import { describe, expect, it } from "vitest";
import { heardTime } from "./heard-time";

const context = (currentTime: number, contextTime?: number, performanceTime?: number) => ({
  currentTime,
  getOutputTimestamp: () => ({ contextTime, performanceTime }),
});

describe("what is heard now", () => {
  it("was computed as long ago as the output is late", () => {
    expect(heardTime(context(10.2, 9.9, 5000), 5100)).toBeCloseTo(10, 9);
  });

  it("is not in the future: time also passes while nothing is computed", () => {
    expect(heardTime(context(10.2, 9.9, 5000), 9000)).toBe(10.2);
  });

  it("is what is computed now, where the browser does not know better", () => {
    expect(heardTime(context(0.01, 0, 0), 5000)).toBe(0.01);
    expect(heardTime(context(0.01), 5000)).toBe(0.01);
    expect(heardTime(context(10, 2, 5000), 5100)).toBe(9);
  });
});
