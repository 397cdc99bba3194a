import { describe, expect, it } from "vitest";
import { formatTick, scrollAfterZoom, scrollToFollow, secondsAt, timeTicks, zoomLevels } from "./timeline-view";

describe("seeking by pointer", () => {
  it("lands where one clicks, and at the ends outside", () => {
    expect(secondsAt(50, 200, 60)).toBe(15);
    expect(secondsAt(-10, 200, 60)).toBe(0);
    expect(secondsAt(900, 200, 60)).toBe(60);
    expect(secondsAt(10, 0, 60)).toBe(0);
  });
});

describe("zooming", () => {
  const long = { durationSeconds: 180, finestSecondsPerPoint: 180 / 8192, viewportPixels: 1000 };

  it("offers doublings as far as they show more", () => {
    expect(zoomLevels(long)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(zoomLevels({ ...long, viewportPixels: 400 })).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it("offers only the whole recording before anything is known", () => {
    expect(zoomLevels({ ...long, viewportPixels: 0 })).toEqual([1]);
    expect(zoomLevels({ ...long, finestSecondsPerPoint: 0 })).toEqual([1]);
  });

  it("keeps the playhead where it is on screen", () => {
    const geometry = { durationSeconds: 100, viewportPixels: 1000, scrollLeft: 0, fromZoom: 1, toZoom: 2 };
    expect(scrollAfterZoom({ ...geometry, anchorSeconds: 30 })).toBe(300);
  });

  it("brings a playhead that is off screen to the middle", () => {
    const geometry = { durationSeconds: 100, viewportPixels: 1000, scrollLeft: 3000, fromZoom: 4, toZoom: 8 };
    expect(scrollAfterZoom({ ...geometry, anchorSeconds: 10 })).toBe(300);
  });

  it("never scrolls past either end", () => {
    const geometry = { durationSeconds: 100, viewportPixels: 1000, fromZoom: 4, toZoom: 1 };
    expect(scrollAfterZoom({ ...geometry, scrollLeft: 3000, anchorSeconds: 100 })).toBe(0);
  });
});

describe("following the playhead", () => {
  it("scrolls only when it leaves the view, and then ahead of it", () => {
    expect(scrollToFollow(500, 0, 1000)).toBeNull();
    expect(scrollToFollow(1001, 0, 1000)).toBe(921);
    expect(scrollToFollow(20, 500, 1000)).toBe(0);
  });
});

describe("the time ruler", () => {
  it("marks round seconds whose labels do not touch", () => {
    expect(timeTicks(30, 1000)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(timeTicks(0.4, 400)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(timeTicks(0, 400)).toEqual([]);
  });

  it("shows hundredths only where marks are closer than a second", () => {
    expect(formatTick(65, false)).toBe("1:05");
    expect(formatTick(65.25, true)).toBe("1:05.25");
  });
});
