import type { Place } from "./camera-rig";
import { pointsInside } from "./lasso";
import { NOWHERE, Projection, project } from "./projection";
import type { ScreenGrid } from "./screen-grid";
import { FADES, type Sky } from "./sky";

export interface StageColours {
  background: string;
  foreground: string;
  isDark: boolean;
}

export interface Size {
  width: number;
  height: number;
}

/** A longer pause is one in which nothing was drawn: what moves goes on from where it was. */
const LONGEST_STEP_SECONDS = 0.25;
/** More than there are points. */
const KEY_STEP = 2 ** 20;
/** A point is not found by what is fainter. */
const LEAST_FADE = FADES.faded + 1;

/**
 * Draws a sky, in space or on a plane, and says which points are where on screen. It draws when something has changed and
 * rests otherwise. Places on screen are CSS pixels from the top left.
 */
export abstract class Stage {
  abstract readonly kind: "space" | "flat";
  /** Called after each picture, so that what lies over it can follow. */
  onFrame: (() => void) | null = null;
  /** Called when the view has come to rest. */
  onRest: (() => void) | null = null;
  protected sky: Sky | null = null;
  protected readonly size: Size = { width: 1, height: 1 };
  #projection = new Projection();
  #isStill = false;
  #frame = 0;
  #lastMs = 0;
  #isDisposed = false;

  /** With another sky than before, draws that one. */
  show(sky: Sky): void {
    if (!this.sky) this.enter();
    this.sky = sky;
    this.upload("all");
    this.changed();
  }

  /** Something of the sky's points was written. */
  refresh(what: "rgb" | "fades" | "marks" | "places"): void {
    this.upload(what);
    this.changed();
  }

  resize(width: number, height: number): void {
    this.size.width = Math.max(1, width);
    this.size.height = Math.max(1, height);
    this.fit();
    // At once: another size has emptied the picture, and what is shown before the next frame would be empty.
    this.#projection.invalidate();
    this.paint();
    this.onFrame?.();
    this.changed();
  }

  /** In CSS pixels. */
  measures(): Size {
    return { ...this.size };
  }

  /** Jumps instead of moving: for people who asked for less motion. */
  set isStill(isStill: boolean) {
    this.#isStill = isStill;
    this.still(isStill);
  }
  get isStill(): boolean {
    return this.#isStill;
  }

  /** x and y of each point on screen. Valid until the next picture. */
  xy(): Float32Array {
    if (this.sky) this.#projection.update(this.sky.now(), this.matrix(), this.size);
    return this.#projection.xy;
  }

  /** Where some of the points are on screen: x and y of each. Without looking at all of them. */
  locatePoints(indexes: readonly number[]): Float32Array {
    const all = this.sky?.now();
    const places = Float32Array.from(indexes.flatMap((index) => [0, 1, 2].map((axis) => all?.[index * 3 + axis] ?? 0)));
    const xy = new Float32Array(indexes.length * 2);
    project(places, this.matrix(), this.size, xy);
    return xy;
  }

  /** Where other places of the galaxy are on screen: x and y of each, into `xy`. */
  locate(places: Float32Array, xy: Float32Array): void {
    project(places, this.matrix(), this.size, xy);
  }

  /** The point under a place on screen; −1 for none. */
  hit(x: number, y: number, mostPx: number): number {
    return this.#grid()?.nearest(x, y, mostPx) ?? -1;
  }

  /** The next point in a direction of the screen, from a point or from the middle; −1 for none. */
  next(index: number, toX: number, toY: number): number {
    const grid = this.#grid();
    if (!grid) return -1;
    const x = index < 0 ? this.size.width / 2 : (this.xy()[index * 2] as number);
    const y = index < 0 ? this.size.height / 2 : (this.xy()[index * 2 + 1] as number);
    if (index < 0 || x === NOWHERE) return grid.nearest(this.size.width / 2, this.size.height / 2, this.size.width);
    return grid.next(x, y, toX, toY);
  }

  /** The points inside a closed line on screen. */
  inside(line: ArrayLike<number>): number[] {
    const grid = this.#grid();
    return grid ? pointsInside(line, this.xy(), grid.onScreen()) : [];
  }

  /** The points on screen, those nearest to a point (or to the middle) first. */
  inView(index: number): number[] {
    const grid = this.#grid();
    if (!grid) return [];
    const xy = this.xy();
    const isThere = index >= 0 && (xy[index * 2] ?? NOWHERE) !== NOWHERE;
    const x = isThere ? (xy[index * 2] as number) : this.size.width / 2;
    const y = isThere ? (xy[index * 2 + 1] as number) : this.size.height / 2;
    // Numbers are sorted ten times as fast as by a function: the distance, and behind it the point.
    const keys = Float64Array.from(grid.onScreen(), (point) => {
      const square = ((xy[point * 2] as number) - x) ** 2 + ((xy[point * 2 + 1] as number) - y) ** 2;
      return Math.round(square) * KEY_STEP + point;
    }).sort();
    return Array.from(keys, (key) => key % KEY_STEP);
  }

  /** Draws with the next frame of the screen. */
  changed(): void {
    this.#projection.invalidate();
    if (this.#frame !== 0 || this.#isDisposed || typeof requestAnimationFrame === "undefined") return;
    this.#lastMs = 0;
    this.#frame = requestAnimationFrame(this.#draw);
  }

  dispose(): void {
    this.#isDisposed = true;
    if (this.#frame !== 0) cancelAnimationFrame(this.#frame);
    this.onFrame = null;
    this.onRest = null;
    this.release();
  }

  abstract theme(colours: StageColours): void;
  /** A hand on the picture, in pixels. `isTurn`: turns it rather than moving it, where it can. */
  abstract drag(dx: number, dy: number, isTurn: boolean): void;
  abstract zoom(factor: number, x: number, y: number): void;
  /** Flies on for as long as it is not 0, in shares of full speed. */
  abstract steer(right: number, up: number, forward: number): void;
  /** `radius`: of what should fill the picture. */
  abstract flyTo(place: Place, radius: number): void;
  /** As near to a point as is needed to tell it from its neighbours. */
  abstract flyToPoint(index: number): void;
  abstract overview(): void;
  /** Comes in from afar, the first time that there is something to be seen. */
  protected abstract enter(): void;
  protected abstract matrix(): ArrayLike<number>;
  protected abstract upload(what: "all" | "rgb" | "fades" | "marks" | "places"): void;
  protected abstract fit(): void;
  protected abstract still(isStill: boolean): void;
  /** Moves on by so much time. False at rest. */
  protected abstract step(deltaSeconds: number): boolean;
  protected abstract paint(): void;
  protected abstract release(): void;

  readonly #draw = (nowMs: number): void => {
    const seconds = this.#lastMs === 0 ? 1 / 60 : (nowMs - this.#lastMs) / 1000;
    const delta = Math.min(LONGEST_STEP_SECONDS, Math.max(0, seconds));
    this.#lastMs = nowMs;
    const areMoving = this.sky?.update(delta, this.#isStill) ?? false;
    const isMoving = this.step(delta);
    this.#projection.invalidate();
    this.paint();
    this.onFrame?.();
    const goesOn = (areMoving || isMoving) && !this.#isDisposed;
    this.#frame = goesOn ? requestAnimationFrame(this.#draw) : 0;
    if (!goesOn) this.onRest?.();
  };

  #grid(): ScreenGrid | null {
    if (!this.sky) return null;
    this.xy();
    return this.#projection.updateGrid(this.sky.fades, LEAST_FADE, this.size);
  }
}
