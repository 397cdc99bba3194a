import { expect, it } from "vitest";
import { retryDelayMs, unreachedDelayMs } from "./backoff";

it("retries after longer and longer waits, up to two hours, within ten percent", () => {
  const seconds = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200, 7200];
  seconds.forEach((expected, attempt) => {
    const delayMs = retryDelayMs(attempt, 1);
    expect(Math.abs(delayMs / 1000 / expected - 1)).toBeLessThanOrEqual(0.1 + 1e-9);
    expect(Math.abs(retryDelayMs(attempt, 0.01) / 10 / expected - 1)).toBeLessThanOrEqual(0.1 + 1e-9);
  });
});

it("calls an app that is down again within eleven seconds", () => {
  expect(unreachedDelayMs(0, 1)).toBeLessThan(300);
  expect(unreachedDelayMs(1000, 1)).toBeLessThanOrEqual(11_000);
  expect(unreachedDelayMs(1000, 1)).toBeGreaterThanOrEqual(9000);
});
