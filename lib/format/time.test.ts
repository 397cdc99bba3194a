import { describe, expect, it } from "vitest";
import { textOf } from "@/lib/language/text-of";
import { formatPosition } from "./position";
import { formatDate, formatDateTime, formatDuration, formatMinutes, formatRelativeTime, formatTimeSpan } from "./time";

describe("durations", () => {
  it("have hundredths of a second for short sounds, and minutes for long ones", () => {
    expect(formatDuration(0.352)).toBe("0.35 s");
    expect(formatDuration(9.99)).toBe("9.99 s");
    expect(formatDuration(9.999)).toBe("0:10");
    expect(formatDuration(42)).toBe("0:42");
    expect(formatDuration(184.6)).toBe("3:04");
    expect(formatDuration(3723)).toBe("1:02:03");
  });

  it("never show sixty seconds", () => {
    expect(formatDuration(59.7)).toBe("0:59");
    expect(formatDuration(59.999)).toBe("1:00");
    expect(formatDuration(3599.9999)).toBe("1:00:00");
  });

  it("of a recording are the last position in it", () => {
    for (const seconds of [10, 12.34, 59.7, 59.999, 184.6, 3599.8, 3723])
      expect(formatDuration(seconds)).toBe(formatPosition(seconds));
  });

  it("are rounded down, as players do", () => {
    expect(formatPosition(4.9)).toBe("0:04");
    expect(formatPosition(-1)).toBe("0:00");
    expect(formatPosition(3723.9)).toBe("1:02:03");
  });

  it("name the units of time spans", () => {
    expect(formatTimeSpan(45)).toBe("45 s");
    expect(formatTimeSpan(720)).toBe("12 min");
    expect(formatTimeSpan(3600)).toBe("1 h");
    expect(formatMinutes(600)).toBe("10 minutes");
    expect(formatMinutes(60)).toBe("1 minute");
    expect(formatTimeSpan(12_000)).toBe("3 h 20 min");
    expect(formatTimeSpan(7199)).toBe("2 h");
  });
});

describe("moments", () => {
  const nowMs = Date.parse("2026-03-10T12:00:00Z");
  const isoIn = (seconds: number) => new Date(nowMs + seconds * 1000).toISOString();
  const ago = (seconds: number) => formatRelativeTime(isoIn(-seconds), nowMs);

  it("are relative while they are recent", () => {
    expect(ago(-5)).toBe("just now");
    expect(ago(10)).toBe("just now");
    expect(ago(50)).toBe("1 min ago");
    expect(ago(59 * 60 + 29)).toBe("59 min ago");
    expect(ago(59 * 60 + 45)).toBe("1 h ago");
    expect(ago(23.6 * 3600)).toBe("1 day ago");
    expect(ago(3 * 86_400)).toBe("3 days ago");
  });

  it.each([
    [10, "in less than a minute", "in weniger als einer Minute"],
    [50, "in 1 min", "in 1 min"],
    [3600, "in 1 h", "in 1 h"],
    [6 * 3600, "in 6 h", "in 6 h"],
    [23.6 * 3600, "in 1 day", "in 1 Tag"],
    [3 * 86_400, "in 3 days", "in 3 Tagen"],
    [20 * 86_400, "30 Mar 2026", "30. März 2026"],
  ])("that come in %d seconds say how soon", (seconds, english, german) => {
    expect(formatRelativeTime(isoIn(seconds), nowMs)).toBe(english);
    expect(formatRelativeTime(isoIn(seconds), nowMs, textOf("de"))).toBe(german);
  });

  it("are dates when they are longer ago", () => {
    expect(ago(20 * 86_400)).toBe("18 Feb 2026");
    expect(ago(300 * 86_400)).toBe("14 May 2025");
  });

  it("have one form with and without the time, in UTC", () => {
    expect(formatDate("2026-01-02T23:59:59.999Z")).toBe("2 Jan 2026");
    expect(formatDateTime("2026-01-02T03:04:05.678Z")).toBe("2 Jan 2026, 03:04 UTC");
  });
});
