import { describe, expect, it } from "vitest";
import {
  formatTick,
  pixelsAt,
  rangeInView,
  scrollAfterZoom,
  scrollToFollow,
  secondsAt,
  timeTicks,
  zoomLevels,
} from "./timeline-view";

describe("seeking by pointer", () => {
  it("goes to the time that was clicked, or to an end if the click is outside", () => {
    expect(secondsAt(50, 200, 60)).toBe(15);
    expect(secondsAt(-10, 200, 60)).toBe(0);
    expect(secondsAt(900, 200, 60)).toBe(60);
    expect(secondsAt(10, 0, 60)).toBe(0);
  });
});

describe("the playhead", () => {
  it("is where its time is on the track, and at the ends outside", () => {
    expect(pixelsAt(15, 200, 60)).toBe(50);
    expect(pixelsAt(-1, 200, 60)).toBe(0);
    expect(pixelsAt(61, 200, 60)).toBe(200);
    expect(pixelsAt(1, 200, 0)).toBe(0);
  });
});

describe("the range in view", () => {
  it("is the whole recording without zoom, and the scrolled part with it", () => {
    const view = { scrollLeft: 0, viewportPixels: 1000, widthPixels: 1000, durationSeconds: 60 };
    expect(rangeInView(view)).toEqual({ startSeconds: 0, endSeconds: 60 });
    expect(rangeInView({ ...view, widthPixels: 4000, scrollLeft: 1000 })).toEqual({ startSeconds: 15, endSeconds: 30 });
  });

  it("is empty before the width is known", () => {
    expect(rangeInView({ scrollLeft: 0, viewportPixels: 0, widthPixels: 0, durationSeconds: 60 })).toEqual({
      startSeconds: 0,
      endSeconds: 0,
    });
  });
});

describe("zooming", () => {
  const long = { durationSeconds: 180, finestSecondsPerPoint: 180 / 8192, viewportPixels: 1000 };

  it("offers doublings as long as they show more", () => {
    expect(zoomLevels(long)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(zoomLevels({ ...long, viewportPixels: 400 })).toEqual([1, 2, 4, 8, 16, 32, 64]);
  });

  it("offers only the whole recording before anything is known", () => {
    expect(zoomLevels({ ...long, viewportPixels: 0 })).toEqual([1]);
    expect(zoomLevels({ ...long, finestSecondsPerPoint: 0 })).toEqual([1]);
  });

  it("keeps the playhead in the same place on screen", () => {
    const geometry = { durationSeconds: 100, viewportPixels: 1000, scrollLeft: 0, fromZoom: 1, toZoom: 2 };
    expect(scrollAfterZoom({ ...geometry, anchorSeconds: 30 })).toBe(300);
  });

  it("moves a playhead that is off screen to the middle", () => {
    const geometry = { durationSeconds: 100, viewportPixels: 1000, scrollLeft: 3000, fromZoom: 4, toZoom: 8 };
    expect(scrollAfterZoom({ ...geometry, anchorSeconds: 10 })).toBe(300);
  });

  it("never scrolls past either end", () => {
    const geometry = { durationSeconds: 100, viewportPixels: 1000, fromZoom: 4, toZoom: 1 };
    expect(scrollAfterZoom({ ...geometry, scrollLeft: 3000, anchorSeconds: 100 })).toBe(0);
  });
});

describe("following the playhead", () => {
  it("scrolls only when it leaves the view, and then far enough to see what comes next", () => {
    expect(scrollToFollow(500, 0, 1000)).toBeNull();
    expect(scrollToFollow(1001, 0, 1000)).toBe(921);
    expect(scrollToFollow(20, 500, 1000)).toBe(0);
  });
});

describe("the time ruler", () => {
  it("marks round seconds whose labels do not overlap", () => {
    expect(timeTicks(30, 1000)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(timeTicks(0.4, 400)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(timeTicks(0, 400)).toEqual([]);
  });

  it("shows hundredths only if the marks are less than a second apart", () => {
    expect(formatTick(65, false)).toBe("1:05");
    expect(formatTick(65.25, true)).toBe("1:05.25");
  });
});
