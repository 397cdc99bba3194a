import { describe, expect, it } from "vitest";
import {
  clampedView,
  formatTick,
  pannedView,
  pixelsAt,
  secondsAt,
  timeTicks,
  viewLimits,
  viewThatFollows,
  zoomedView,
  zoomText,
} from "./timeline-view";

const between = (startSeconds: number, endSeconds: number) => ({ startSeconds, endSeconds });
const limits = viewLimits(600, 48_000);

describe("places in the view", () => {
  it("are times, and the edges for what is outside", () => {
    expect(secondsAt(50, 200, between(10, 70))).toBe(25);
    expect(secondsAt(-10, 200, between(10, 70))).toBe(10);
    expect(secondsAt(900, 200, between(10, 70))).toBe(70);
    expect(secondsAt(10, 0, between(10, 70))).toBe(10);
  });

  it("are found again from their times, outside of the view too", () => {
    expect(pixelsAt(25, 200, between(10, 70))).toBe(50);
    expect(pixelsAt(-50, 200, between(10, 70))).toBe(-200);
    expect(pixelsAt(1, 200, between(0, 0))).toBe(0);
  });
});

describe("zooming", () => {
  it("leaves what is under the pointer where it is", () => {
    const view = zoomedView(between(0, 600), 10, 150, limits);
    expect(view).toEqual(between(135, 195));
    expect(pixelsAt(150, 1000, view)).toBe(pixelsAt(150, 1000, between(0, 600)));
  });

  it("brings a playhead that is out of sight to the middle", () => {
    expect(zoomedView(between(100, 200), 2, 400, limits)).toEqual(between(375, 425));
  });

  it("ends at single samples, at whatever anchor and however long the recording is", () => {
    let view = between(0, 600);
    for (let step = 0; step < 60; step++) view = zoomedView(view, 2, 599.999, limits);
    expect((view.endSeconds - view.startSeconds) * 48_000).toBeCloseTo(24);
    expect(view.endSeconds).toBeLessThanOrEqual(600);
    expect(viewLimits(0.0001, 44_100).shortestSeconds).toBe(0.0001);
  });

  it("back out never leaves the recording", () => {
    expect(zoomedView(between(500, 600), 0.25, 600, limits)).toEqual(between(200, 600));
    expect(zoomedView(between(500, 600), 0.01, 550, limits)).toEqual(between(0, 600));
  });

  it.each([
    [between(0, 600), "1×"],
    [between(0, 400), "1.5×"],
    [between(0, 50), "12×"],
    [between(0, 0.0005), "1,200,000×"],
  ])("says how close it is", (range, text) => {
    expect(zoomText(range, 600)).toBe(text);
  });
});

describe("moving along", () => {
  it("stops at both ends", () => {
    expect(pannedView(between(100, 200), 50, limits)).toEqual(between(150, 250));
    expect(pannedView(between(100, 200), -500, limits)).toEqual(between(0, 100));
    expect(pannedView(between(100, 200), 5000, limits)).toEqual(between(500, 600));
    expect(clampedView(between(-10, 900), limits)).toEqual(between(0, 600));
  });

  it("follows the playhead only when it leaves the view, and then far enough to see what comes next", () => {
    const view = between(100, 200);
    expect(viewThatFollows(view, 150, limits)).toBe(view);
    expect(viewThatFollows(view, 201, limits)).toEqual(between(193, 293));
    expect(viewThatFollows(view, 2, limits)).toEqual(between(0, 100));
  });
});

describe("the time ruler", () => {
  it("marks round times whose labels do not overlap", () => {
    expect(timeTicks(between(0, 30), 1000)).toEqual({ seconds: [0, 5, 10, 15, 20, 25, 30], places: 0 });
    expect(timeTicks(between(0, 0.4), 400)).toEqual({ seconds: [0, 0.1, 0.2, 0.3, 0.4], places: 2 });
    expect(timeTicks(between(61.2, 63.1), 200).seconds).toEqual([62, 63]);
    expect(timeTicks(between(0, 0), 400).seconds).toEqual([]);
  });

  it("marks fractions of a millisecond between samples", () => {
    const { seconds, places } = timeTicks(between(10, 10.0005), 800);
    expect(places).toBe(5);
    expect(seconds.slice(0, 3)).toEqual([10, 10.00005, 10.0001]);
  });

  it("has as many places as tell the marks apart", () => {
    expect(formatTick(65, 0)).toBe("1:05");
    expect(formatTick(65.25, 2)).toBe("1:05.25");
    expect(formatTick(59.9999, 2)).toBe("1:00.00");
    expect(formatTick(10.00005, 5)).toBe("0:10.00005");
  });
});
