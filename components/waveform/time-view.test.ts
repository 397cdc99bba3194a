import { beforeEach, describe, expect, it, vi } from "vitest";
import { TimeView } from "./time-view";

let frames: (() => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal("requestAnimationFrame", (step: () => void) => frames.push(step));
  vi.stubGlobal("cancelAnimationFrame", () => {});
  return () => vi.unstubAllGlobals();
});

describe("what is in view", () => {
  it("is drawn once a frame, however often it changes", () => {
    const view = new TimeView(100, 48_000);
    const heard = vi.fn();
    view.subscribe(heard);
    const before = view.snapshot();
    view.zoomBy(2, 50);
    view.panBy(5);
    expect(heard).not.toHaveBeenCalled();
    // What is on screen does not change meanwhile; the next gesture goes on from where the last one ended.
    expect(view.snapshot()).toBe(before);
    expect(view.range).toEqual({ startSeconds: 30, endSeconds: 80 });
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(view.snapshot().range).toEqual({ startSeconds: 30, endSeconds: 80 });
  });

  it("fits its box at once", () => {
    const view = new TimeView(100, 48_000);
    const heard = vi.fn();
    view.subscribe(heard);
    view.setWidth(800);
    view.setWidth(800);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(view.snapshot().widthPixels).toBe(800);
  });

  it("does not change where it cannot: nothing is drawn again", () => {
    const view = new TimeView(100, 48_000);
    view.zoomBy(0.5, 50);
    view.panBy(10);
    view.follow(99);
    expect(frames).toHaveLength(0);
    expect(view.isWhole).toBe(true);
    view.show({ startSeconds: 10, endSeconds: 10 });
    expect(view.isClosest).toBe(true);
    view.centre(50);
    expect(view.range.startSeconds).toBeCloseTo(50 - 12 / 48_000);
  });
});
