import { describe, expect, it } from "vitest";
import { parseDurationMs, parseMoment, parseRetryAfterMs } from "./durations";

describe("durations", () => {
  it("are read in the form that the SDK writes", () => {
    expect(parseDurationMs("1s")).toBe(1000);
    expect(parseDurationMs("2h30m10s")).toBe(9_010_000);
    expect(parseDurationMs("1w2d")).toBe(777_600_000);
    expect(parseDurationMs("300ms")).toBe(300);
    expect(parseDurationMs("1.5h")).toBe(5_400_000);
    expect(parseDurationMs("0")).toBe(0);
  });

  it("are null for anything else", () => {
    for (const text of ["", "soon", "10", "1x", "s", "-1s", "2026-01-01T00:00:00Z"])
      expect(parseDurationMs(text)).toBeNull();
  });
});

describe("moments", () => {
  it("are durations from now, or dates", () => {
    expect(parseMoment("10s", 5000)).toEqual(new Date(15_000));
    expect(parseMoment("2026-01-01T00:00:00.000Z", 0)).toEqual(new Date("2026-01-01T00:00:00Z"));
    expect(parseMoment("whenever", 0)).toBeNull();
    expect(parseMoment("99999999999w", 0)).toBeNull();
  });
});

describe("retry-after", () => {
  it("is seconds or a date, never negative", () => {
    const nowMs = Date.parse("2026-01-01T00:00:00Z");
    expect(parseRetryAfterMs("90", nowMs)).toBe(90_000);
    expect(parseRetryAfterMs("2026-01-01T00:01:00.000Z", nowMs)).toBe(60_000);
    expect(parseRetryAfterMs("Thu, 01 Jan 2026 00:00:30 GMT", nowMs)).toBe(30_000);
    expect(parseRetryAfterMs("2025-01-01T00:00:00Z", nowMs)).toBe(0);
    expect(parseRetryAfterMs("later", nowMs)).toBeUndefined();
    expect(parseRetryAfterMs(undefined, nowMs)).toBeUndefined();
  });
});
