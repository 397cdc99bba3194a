import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { formatTimeLeft, secondsLeft, TransferRate } from "./transfer-rate";

function steady(rate: TransferRate, bytesPerSecond: number, fromMs: number, seconds: number): number {
  let nowMs = fromMs;
  for (let step = 0; step < seconds * 10; step++) {
    nowMs += 100;
    rate.add(bytesPerSecond / 10, nowMs);
  }
  return nowMs;
}

describe("rate", () => {
  it("is unknown until a window has passed", () => {
    const rate = new TransferRate();
    rate.add(1000, 0);
    rate.add(1000, 100);
    expect(rate.bytesPerSecond).toBeNull();
  });

  it("settles on a steady speed", () => {
    const rate = new TransferRate();
    steady(rate, 1_000_000, 0, 20);
    expect(rate.bytesPerSecond).toBeGreaterThan(900_000);
    expect(rate.bytesPerSecond).toBeLessThan(1_100_000);
  });

  it("does not jump with one burst", () => {
    const rate = new TransferRate();
    const nowMs = steady(rate, 1_000_000, 0, 20);
    rate.add(10_000_000, nowMs + 250);
    expect(rate.bytesPerSecond).toBeLessThan(6_000_000);
  });

  it("never goes below zero when a part fails and starts again", () => {
    const rate = new TransferRate();
    rate.add(0, 0);
    rate.add(-5_000_000, 300);
    expect(rate.bytesPerSecond).toBe(0);
  });

  it("forgets an old speed after a pause", () => {
    const rate = new TransferRate();
    steady(rate, 1_000_000, 0, 5);
    rate.reset();
    expect(rate.bytesPerSecond).toBeNull();
  });
});

describe("time left", () => {
  it("is what remains at the current speed, and unknown while nothing is sent", () => {
    expect(secondsLeft(5000, 1000)).toBe(5);
    expect(secondsLeft(5000, null)).toBeNull();
    expect(secondsLeft(5000, 0)).toBeNull();
    expect(secondsLeft(0, null)).toBe(0);
  });

  it("is rounded more, the longer it is", () => {
    expect(formatTimeLeft(0.4, ENGLISH)).toBe("almost done");
    expect(formatTimeLeft(3.2, ENGLISH)).toBe("about 4 s left");
    expect(formatTimeLeft(42, ENGLISH)).toBe("about 45 s left");
    expect(formatTimeLeft(58, ENGLISH)).toBe("about 1 min left");
    expect(formatTimeLeft(4800, ENGLISH)).toBe("about 1 h 20 min left");
    expect(formatTimeLeft(3595, ENGLISH)).toBe("about 1 h left");
  });
});
