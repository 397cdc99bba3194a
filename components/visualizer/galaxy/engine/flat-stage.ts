import type { Place } from "./camera-rig";
import { radiusFor } from "./cloud-size";
import { FlatView } from "./flat-view";
import { FADES, MARKS } from "./sky";
import { Stage, type StageColours } from "./stage";

const SHARPEST = 2;
/** Below it a disc is drawn as a square, which nobody can tell. */
const SQUARE_PX = 1.6;
const STEER_PX_PER_SECOND = 520;
/** Most points lie on a part of the plane of about this size, in square units. */
const GALAXY_AREA = 1;

/** The sky on a plane, seen from the front, on a canvas without WebGL. */
export class FlatStage extends Stage {
  readonly kind = "flat";
  readonly #context: CanvasRenderingContext2D;
  readonly #view = new FlatView();
  #colours: StageColours = { background: "#000", foreground: "#fff", isDark: true };
  #steering = { right: 0, up: 0, forward: 0 };
  #ratio = 1;
  /** The points by colour, so that the pen changes seldom; null until they are sorted again. */
  #byColour: { css: string; indexes: Uint32Array }[] | null = null;

  constructor(private readonly canvas: HTMLCanvasElement) {
    super();
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    this.#context = context;
  }

  theme(colours: StageColours): void {
    this.#colours = colours;
    this.changed();
  }

  drag(dx: number, dy: number): void {
    this.#view.pan(dx, dy);
    this.changed();
  }

  zoom(factor: number, x: number, y: number): void {
    this.#view.zoomAt(factor, x, y);
    this.changed();
  }

  steer(right: number, up: number, forward: number): void {
    this.#steering = { right, up, forward };
    this.changed();
  }

  flyTo([x, y]: Place, radius: number): void {
    this.#view.lookAt(x, y, 1 / Math.max(0.02, radius));
    this.changed();
  }

  flyToPoint(index: number): void {
    if (!this.sky || index < 0) return;
    const places = this.sky.to;
    this.#view.lookAt(places[index * 3] ?? 0, places[index * 3 + 1] ?? 0, Math.max(5, this.#view.zoom));
    this.changed();
  }

  overview(): void {
    this.#view.lookAt(0, 0, 1);
    this.changed();
  }

  protected enter(): void {
    this.overview();
  }

  protected matrix(): ArrayLike<number> {
    return this.#view.matrix();
  }

  protected upload(what: "all" | "rgb" | "fades" | "marks" | "places"): void {
    if (what === "all" || what === "rgb") this.#byColour = null;
  }

  protected fit(): void {
    this.#ratio = Math.min(SHARPEST, window.devicePixelRatio);
    this.canvas.width = Math.round(this.size.width * this.#ratio);
    this.canvas.height = Math.round(this.size.height * this.#ratio);
    this.#view.width = this.size.width;
    this.#view.height = this.size.height;
  }

  protected still(): void {
    // The plane never flies.
  }

  protected step(deltaSeconds: number): boolean {
    const { right, up, forward } = this.#steering;
    if (right === 0 && up === 0 && forward === 0) return false;
    const way = STEER_PX_PER_SECOND * deltaSeconds;
    this.#view.pan(-right * way, up * way);
    if (forward !== 0) this.#view.zoomAt(4 ** (forward * deltaSeconds), this.size.width / 2, this.size.height / 2);
    return true;
  }

  protected paint(): void {
    const pen = this.#context;
    const { width, height } = this.size;
    pen.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    pen.globalAlpha = 1;
    pen.fillStyle = this.#colours.background;
    pen.fillRect(0, 0, width, height);
    const sky = this.sky;
    if (!sky) return;
    const xy = this.xy();
    const { pixelsPerUnit } = this.#view;
    const radius = Math.min(9, Math.max(0.6, radiusFor(sky.count) * pixelsPerUnit * 0.55 + 0.3));
    // Where dots lie over each other, each is fainter, so that one still sees where there are more of them.
    const layers = (sky.count * Math.PI * radius ** 2) / (GALAXY_AREA * pixelsPerUnit ** 2);
    const alpha = 0.85 / Math.max(1, layers) ** 0.8;
    this.#byColour ??= byColour(sky.rgb, sky.count);
    for (const isFull of [false, true]) {
      pen.globalAlpha = isFull ? alpha : alpha / 5;
      for (const { css, indexes } of this.#byColour) {
        pen.fillStyle = css;
        this.#dots(indexes, xy, radius, isFull);
      }
    }
    pen.globalAlpha = 1;
    this.#marked(xy, radius);
  }

  protected release(): void {
    this.#byColour = null;
  }

  #dots(indexes: Uint32Array, xy: Float32Array, radius: number, isFull: boolean): void {
    const pen = this.#context;
    const { width, height } = this.size;
    const sky = this.sky;
    if (!sky) return;
    if (radius > SQUARE_PX) pen.beginPath();
    for (const index of indexes) {
      const fade = sky.fades[index] as number;
      if (fade === FADES.gone || fade > FADES.faded !== isFull || index >= sky.arrived) continue;
      const x = xy[index * 2] as number;
      const y = xy[index * 2 + 1] as number;
      if (x < -radius || y < -radius || x > width + radius || y > height + radius) continue;
      if (radius <= SQUARE_PX) pen.fillRect(x - radius, y - radius, radius * 2, radius * 2);
      else {
        pen.moveTo(x + radius, y);
        pen.arc(x, y, radius, 0, 2 * Math.PI);
        // A loop is a ring, as in space.
        if (sky.kinds[index] === 2 && radius > 2.4) {
          pen.moveTo(x + radius * 0.45, y);
          pen.arc(x, y, radius * 0.45, 0, 2 * Math.PI, true);
        }
      }
    }
    if (radius > SQUARE_PX) pen.fill();
  }

  #marked(xy: Float32Array, radius: number): void {
    const sky = this.sky;
    if (!sky) return;
    const pen = this.#context;
    pen.fillStyle = this.#colours.foreground;
    for (let index = 0; index < sky.count; index++) {
      if (sky.marks[index] === MARKS.none) continue;
      pen.beginPath();
      pen.arc(xy[index * 2] as number, xy[index * 2 + 1] as number, Math.max(2.4, radius), 0, 2 * Math.PI);
      pen.fill();
    }
  }
}

/** The points sorted by colour: there are a few dozen colours. */
function byColour(rgb: Uint8Array, count: number): { css: string; indexes: Uint32Array }[] {
  const lists = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const key =
      ((rgb[index * 3] as number) << 16) | ((rgb[index * 3 + 1] as number) << 8) | (rgb[index * 3 + 2] as number);
    const list = lists.get(key);
    if (list) list.push(index);
    else lists.set(key, [index]);
  }
  return [...lists].map(([key, indexes]) => ({
    css: `#${key.toString(16).padStart(6, "0")}`,
    indexes: Uint32Array.from(indexes),
  }));
}
