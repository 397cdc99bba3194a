import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TimeRange } from "./peaks-view";
import { TimeView } from "./time-view";
import { type GesturePointer, ViewGestures, wheel } from "./view-gestures";

let view: TimeView;
let seeks: number[];
let selected: (TimeRange | null)[];
let gestures: ViewGestures;

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
  view = new TimeView(100, 48_000);
  view.setWidth(1000);
  [seeks, selected] = [[], []];
  gestures = new ViewGestures(view, {
    seek: (seconds) => void seeks.push(seconds),
    select: (region) => void selected.push(region),
    anchorSeconds: () => 10,
    snap: (seconds) => (Math.abs(seconds - 50) < 1 ? 50 : seconds),
  });
  return () => vi.unstubAllGlobals();
});

const at = (x: number, more: Partial<GesturePointer> = {}): GesturePointer => ({
  ...{ pointerId: 1, pointerType: "mouse", x, shiftKey: false, on: "picture" },
  ...more,
});
const finger = (pointerId: number, x: number) => at(x, { pointerId, pointerType: "touch" });

describe("a mouse", () => {
  it("seeks where it is pressed, and selects nothing any more", () => {
    gestures.down(at(200));
    gestures.move(at(202));
    gestures.up(at(202));
    expect(seeks).toEqual([20]);
    expect(selected).toEqual([null]);
  });

  it("selects what it is dragged over, in either direction, to a beat that is near", () => {
    gestures.down(at(200));
    gestures.move(at(495));
    gestures.up(at(495));
    expect(selected.at(-1)).toEqual({ startSeconds: 20, endSeconds: 50 });
    gestures.down(at(400));
    gestures.move(at(300));
    expect(selected.at(-1)).toEqual({ startSeconds: 30, endSeconds: 40 });
  });

  it("with Shift extends what is selected, and seeks nowhere", () => {
    gestures.down(at(800, { shiftKey: true }));
    expect(selected.at(-1)).toEqual({ startSeconds: 10, endSeconds: 80 });
    expect(seeks).toEqual([]);
  });

  it("seeks as long as it is dragged on the ruler, and does nothing on what is clicked itself", () => {
    gestures.down(at(100, { on: "ruler" }));
    gestures.move(at(150, { on: "ruler" }));
    gestures.up(at(150, { on: "ruler" }));
    gestures.down(at(500, { on: "button" }));
    gestures.move(at(700, { on: "button" }));
    expect(seeks).toEqual([10, 15]);
    expect(selected).toEqual([]);
  });
});

describe("fingers", () => {
  it("seek while the whole recording is in view, then move along, and a tap still seeks", () => {
    gestures.down(finger(1, 300));
    gestures.up(finger(1, 300));
    expect(seeks).toEqual([30]);
    view.show({ startSeconds: 20, endSeconds: 40 });
    gestures.down(finger(1, 500));
    gestures.move(finger(1, 480));
    gestures.move(finger(1, 400));
    gestures.up(finger(1, 400));
    expect(view.range).toEqual({ startSeconds: 22, endSeconds: 42 });
    expect(seeks).toEqual([30]);
    gestures.down(finger(1, 500));
    gestures.up(finger(1, 503));
    expect(seeks.at(-1)).toBeCloseTo(32.06);
  });

  it("zoom by pinching, and what is between them stays there", () => {
    gestures.down(finger(1, 450));
    gestures.down(finger(2, 550));
    gestures.move(finger(1, 400));
    gestures.move(finger(2, 600));
    const { startSeconds, endSeconds } = view.range;
    expect(endSeconds - startSeconds).toBeCloseTo(50);
    expect((startSeconds + endSeconds) / 2).toBeCloseTo(50);
  });
});

describe("a wheel", () => {
  const event = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false };

  it("scrolls the page, unless it is with Ctrl: then it zooms at the pointer", () => {
    expect(wheel(view, 250, { ...event, deltaY: 120 })).toBe(false);
    expect(view.isWhole).toBe(true);
    expect(wheel(view, 250, { ...event, deltaY: -50, ctrlKey: true })).toBe(true);
    expect(view.range).toEqual({ startSeconds: 12.5, endSeconds: 62.5 });
    expect(wheel(view, 250, { ...event, deltaX: 100 })).toBe(true);
    expect(view.range).toEqual({ startSeconds: 17.5, endSeconds: 67.5 });
  });
});
