import type { TimeRange } from "./peaks-view";
import type { TimeView } from "./time-view";
import { secondsAt } from "./timeline-view";

/** What of a pointer event is looked at. */
export interface GesturePointer {
  pointerId: number;
  pointerType: string;
  /** CSS pixels from the left edge of the view. */
  x: number;
  shiftKey: boolean;
  /** Whether it is on the ruler, where dragging seeks, or on something that is clicked itself. */
  on: "picture" | "ruler" | "button";
}

export interface GestureTarget {
  seek(seconds: number): void;
  /** Selects a part; null to select nothing. */
  select(region: TimeRange | null): void;
  /** The other end of a selection that is extended. */
  anchorSeconds(nearSeconds: number): number;
  /** The end of a selection, moved to a beat that is near. */
  snap(seconds: number): number;
}

type Gesture =
  | { kind: "seek" }
  | { kind: "press"; x: number; seconds: number }
  | { kind: "select"; anchorSeconds: number }
  | { kind: "touch"; x: number }
  | { kind: "pan"; x: number }
  | { kind: "pinch"; centreX: number; apart: number }
  | { kind: "none" };

/** A pointer that moves less than this is a click. */
const CLICK_PIXELS = 4;
/** Fingers are put down less exactly. */
const TAP_PIXELS = 8;
const PINCH_MIN_PIXELS = 12;

/**
 * What pointers do on a timeline. A mouse or pen: a press seeks, dragging selects. One finger: a tap seeks, dragging moves
 * along, or seeks while the whole recording is in view. Two fingers: pinching zooms.
 */
export class ViewGestures {
  readonly #pointers = new Map<number, number>();
  #gesture: Gesture = { kind: "none" };

  constructor(
    private readonly view: TimeView,
    private readonly target: GestureTarget,
  ) {}

  down(pointer: GesturePointer): void {
    const { pointerId, pointerType, x, shiftKey, on } = pointer;
    this.#pointers.set(pointerId, x);
    if (this.#pointers.size === 2) this.#gesture = this.#pinch();
    else if (pointerType === "touch") this.#touch(x, on);
    else if (on === "button") this.#gesture = { kind: "none" };
    else if (on === "ruler") this.#seek(x);
    else this.#press(x, shiftKey);
  }

  move({ pointerId, x }: GesturePointer): void {
    if (!this.#pointers.has(pointerId)) return;
    this.#pointers.set(pointerId, x);
    const gesture = this.#gesture;
    if (gesture.kind === "seek") this.#seek(x);
    else if (gesture.kind === "pinch") this.#zoom(gesture);
    else if (gesture.kind === "pan") this.#pan(gesture, x);
    else if (gesture.kind === "touch" && Math.abs(x - gesture.x) > TAP_PIXELS)
      this.#gesture = { kind: "pan", x: gesture.x };
    else if (gesture.kind === "press" && Math.abs(x - gesture.x) > CLICK_PIXELS)
      this.#gesture = { kind: "select", anchorSeconds: this.target.snap(gesture.seconds) };
    if (this.#gesture.kind === "select") this.#select(this.#gesture.anchorSeconds, x);
  }

  up({ pointerId, x, on }: GesturePointer): void {
    if (!this.#pointers.delete(pointerId)) return;
    const gesture = this.#gesture;
    if (gesture.kind === "touch" && on !== "button") this.target.seek(this.#secondsAt(x));
    // The finger that stays after a pinch does nothing.
    this.#gesture = { kind: "none" };
  }

  cancel({ pointerId }: Pick<GesturePointer, "pointerId">): void {
    this.#pointers.delete(pointerId);
    this.#gesture = { kind: "none" };
  }

  #secondsAt(x: number): number {
    return secondsAt(x, this.view.widthPixels, this.view.range);
  }

  #seek(x: number): void {
    this.#gesture = { kind: "seek" };
    this.target.seek(this.#secondsAt(x));
  }

  #touch(x: number, on: GesturePointer["on"]): void {
    if (!this.view.isWhole || on === "button") this.#gesture = { kind: "touch", x };
    else this.#seek(x);
  }

  #press(x: number, isExtending: boolean): void {
    const seconds = this.#secondsAt(x);
    if (isExtending) {
      this.#gesture = { kind: "select", anchorSeconds: this.target.anchorSeconds(seconds) };
      this.#select(this.#gesture.anchorSeconds, x);
      return;
    }
    this.#gesture = { kind: "press", x, seconds };
    this.target.select(null);
    this.target.seek(seconds);
  }

  #select(anchorSeconds: number, x: number): void {
    const seconds = this.target.snap(this.#secondsAt(x));
    const [startSeconds, endSeconds] = seconds < anchorSeconds ? [seconds, anchorSeconds] : [anchorSeconds, seconds];
    this.target.select(endSeconds > startSeconds ? { startSeconds, endSeconds } : null);
  }

  #pinch(): Gesture {
    const [first = 0, second = 0] = [...this.#pointers.values()];
    return {
      kind: "pinch",
      centreX: (first + second) / 2,
      apart: Math.max(PINCH_MIN_PIXELS, Math.abs(first - second)),
    };
  }

  /** What was between the fingers stays between them. */
  #zoom(before: Extract<Gesture, { kind: "pinch" }>): void {
    const now = this.#pinch();
    if (now.kind !== "pinch") return;
    // The whole recording cannot be moved before it is larger than the view.
    this.view.zoomBy(now.apart / before.apart, this.#secondsAt(before.centreX));
    this.#panBy(before.centreX - now.centreX);
    this.#gesture = now;
  }

  #pan(gesture: { x: number }, x: number): void {
    this.#panBy(gesture.x - x);
    gesture.x = x;
  }

  #panBy(pixels: number): void {
    const { range, widthPixels } = this.view;
    if (widthPixels > 0) this.view.panBy((pixels / widthPixels) * (range.endSeconds - range.startSeconds));
  }
}

const LINE_PIXELS = 16;
/** A notch of a wheel, however large a browser says it is. */
const NOTCH_PIXELS = 60;
/** So much wheel doubles. */
const DOUBLING_PIXELS = 50;

/**
 * What a wheel does, or two fingers on a trackpad: with Ctrl or ⌘ (which pinching comes as) it zooms at the pointer, sideways or
 * with Shift it moves along. Returns false if the page may scroll by it.
 */
export function wheel(view: TimeView, x: number, event: WheelFacts): boolean {
  const unit = event.deltaMode === 1 ? LINE_PIXELS : 1;
  const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  const { range, widthPixels } = view;
  if (event.ctrlKey || event.metaKey) {
    const pixels = Math.max(-NOTCH_PIXELS, Math.min(NOTCH_PIXELS, event.deltaY * unit));
    view.zoomBy(2 ** (-pixels / DOUBLING_PIXELS), secondsAt(x, widthPixels, range));
    return true;
  }
  if (!isSideways || view.isWhole || widthPixels <= 0) return false;
  const pixels = (event.deltaX || event.deltaY) * unit;
  view.panBy((pixels / widthPixels) * (range.endSeconds - range.startSeconds));
  return true;
}

export type WheelFacts = Pick<WheelEvent, "deltaX" | "deltaY" | "deltaMode" | "ctrlKey" | "metaKey" | "shiftKey">;
