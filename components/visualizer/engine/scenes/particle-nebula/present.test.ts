import { describe, expect, it } from "vitest";
import { presentOf } from "./present";

describe("the present", () => {
  it.each([0.005, 4, 200, 10_800])("is a small part of a piece of %d s, and not too small to see", (duration) => {
    const { nowSeconds, lateSeconds } = presentOf(duration, 60_000);
    expect(nowSeconds).toBeGreaterThan(duration / 1000);
    expect(nowSeconds).toBeLessThan(duration * 0.31);
    expect(lateSeconds).toBeGreaterThanOrEqual(nowSeconds);
  });

  it("is no brighter the more particles there are", () => {
    const glow = (count: number) => count * presentOf(60, count).room;
    expect(glow(60_000)).toBeLessThan(glow(20_000) * 1.05);
    expect(presentOf(60, 2000).room).toBe(1);
  });

  it("leaves a short sound as dark as a long one", () => {
    const lit = (duration: number) =>
      (presentOf(duration, 60_000).lateSeconds / duration) * presentOf(duration, 60_000).lateRoom;
    expect(lit(0.005)).toBeLessThan(lit(200) * 1.1);
    expect(presentOf(200, 60_000).lateRoom).toBe(1);
  });
});
