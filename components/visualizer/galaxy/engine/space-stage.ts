import { Matrix4, PerspectiveCamera, WebGLRenderer } from "three";
import { CameraRig, FIELD_DEGREES, type Place } from "./camera-rig";
import { Cloud } from "./cloud";
import { radiusFor } from "./cloud-size";
import { Stage, type StageColours } from "./stage";

const TURN_PER_PX = 0.0052;
/** Of the distance to what is looked at, in a second. */
const FLIGHT_PER_SECOND = 0.9;
const SHARPEST = 2;
/** Frames that take longer than this, for so long on end, are too much for the machine. */
const SLOW_SECONDS = 0.042;
const SLOW_FOR_SECONDS = 0.35;
/** What is drawn while something moves: less with each time that it was too slow. At rest it is always the first. */
const SAVINGS = [
  { sharpness: 1, isThin: false },
  { sharpness: 0.8, isThin: false },
  { sharpness: 0.64, isThin: false },
  { sharpness: 0.64, isThin: true },
] as const;

/** The sky in space, by WebGL. */
export class SpaceStage extends Stage {
  readonly kind = "space";
  readonly #renderer: WebGLRenderer;
  readonly #camera = new PerspectiveCamera(FIELD_DEGREES, 1, 0.005, 20);
  readonly #matrix = new Matrix4();
  readonly #rig = new CameraRig();
  readonly #cloud: Cloud;
  #steering = { right: 0, up: 0, forward: 0 };
  #slowSeconds = 0;
  #savings = 0;
  #isMoving = false;
  readonly #onLost = (event: Event) => event.preventDefault();
  readonly #onRestored = () => this.changed();

  /** @throws if there is no WebGL */
  constructor(private readonly canvas: HTMLCanvasElement) {
    super();
    // All of it is painted over in each picture, and nothing lies behind anything.
    const wanted = { antialias: false, depth: false, stencil: false, alpha: false } as const;
    const context = canvas.getContext("webgl2", { ...wanted, powerPreference: "high-performance" });
    if (!context) throw new Error("no WebGL");
    this.#renderer = new WebGLRenderer({ canvas, context, ...wanted });
    this.#renderer.autoClear = false;
    this.#cloud = new Cloud(this.#renderer);
    canvas.addEventListener("webglcontextlost", this.#onLost);
    canvas.addEventListener("webglcontextrestored", this.#onRestored);
  }

  theme(colours: StageColours): void {
    this.#cloud.theme(colours);
    this.changed();
  }

  drag(dx: number, dy: number, isTurn: boolean): void {
    if (isTurn) this.#rig.orbit(-dx * TURN_PER_PX, dy * TURN_PER_PX);
    else {
      const unitsPerPx = (2 * Math.tan((FIELD_DEGREES * Math.PI) / 360) * this.#rig.now.distance) / this.size.height;
      this.#rig.move(-dx * unitsPerPx, dy * unitsPerPx, 0);
    }
    this.changed();
  }

  zoom(factor: number): void {
    this.#rig.zoom(factor);
    this.changed();
  }

  steer(right: number, up: number, forward: number): void {
    this.#steering = { right, up, forward };
    this.changed();
  }

  flyTo(place: Place, radius: number): void {
    this.#rig.flyTo(place, Math.max(0.12, radius) / Math.tan((FIELD_DEGREES * Math.PI) / 360));
    this.changed();
  }

  flyToPoint(index: number): void {
    if (!this.sky || index < 0) return;
    const places = this.sky.to;
    const place: Place = [places[index * 3] ?? 0, places[index * 3 + 1] ?? 0, places[index * 3 + 2] ?? 0];
    this.flyTo(place, Math.min(0.5, 16 * radiusFor(this.sky.count)));
  }

  overview(): void {
    this.#rig.overview();
    this.changed();
  }

  protected enter(): void {
    this.#rig.enter();
  }

  protected matrix(): ArrayLike<number> {
    this.#place();
    return this.#matrix.multiplyMatrices(this.#camera.projectionMatrix, this.#camera.matrixWorldInverse).elements;
  }

  protected upload(what: "all" | "rgb" | "fades" | "marks" | "places"): void {
    if (!this.sky) return;
    if (what === "all") this.#cloud.show(this.sky);
    else if (what === "places") {
      this.#cloud.arrived = this.sky.arrived;
      this.#cloud.refresh("position");
      this.#cloud.refresh("from");
    } else this.#cloud.refresh(({ rgb: "tint", fades: "fade", marks: "mark" } as const)[what]);
  }

  protected fit(): void {
    const { width, height } = this.size;
    const { sharpness, isThin } = SAVINGS[this.#isMoving ? this.#savings : 0] ?? SAVINGS[0];
    this.#cloud.isThin = isThin;
    const pixelRatio = Math.min(SHARPEST, window.devicePixelRatio) * sharpness;
    this.#renderer.setPixelRatio(pixelRatio);
    this.#renderer.setSize(width, height, false);
    this.#camera.aspect = width / height;
    this.#camera.updateProjectionMatrix();
    const pixels = (height * pixelRatio) / 2 / Math.tan((FIELD_DEGREES * Math.PI) / 360);
    this.#cloud.measure(width * pixelRatio, height * pixelRatio, pixels, pixelRatio);
  }

  protected still(isStill: boolean): void {
    this.#rig.isStill = isStill;
  }

  protected step(deltaSeconds: number): boolean {
    this.#govern(deltaSeconds);
    const { right, up, forward } = this.#steering;
    const isSteered = right !== 0 || up !== 0 || forward !== 0;
    if (isSteered) {
      const way = FLIGHT_PER_SECOND * deltaSeconds * Math.max(0.15, this.#rig.now.distance);
      this.#rig.move(right * way, up * way, forward * way);
    }
    const isMoving = this.#rig.update(deltaSeconds);
    const areBorn = this.sky !== null && this.#cloud.update(deltaSeconds, this.isStill);
    const goesOn = isMoving || areBorn || isSteered;
    if (goesOn !== this.#isMoving) {
      this.#isMoving = goesOn;
      if (this.#savings > 0) this.fit();
    }
    return goesOn;
  }

  protected paint(): void {
    this.#place();
    this.#cloud.share = this.sky?.eased ?? 1;
    const { distance } = this.#rig.now;
    this.#cloud.fog(distance * 0.7, distance + 1.2);
    if (!this.#renderer.getContext().isContextLost()) this.#cloud.draw(this.#camera);
  }

  protected release(): void {
    this.canvas.removeEventListener("webglcontextlost", this.#onLost);
    this.canvas.removeEventListener("webglcontextrestored", this.#onRestored);
    this.#cloud.dispose();
    this.#renderer.dispose();
  }

  #place(): void {
    const [x, y, z] = this.#rig.eye();
    this.#camera.position.set(x, y, z);
    this.#camera.lookAt(this.#rig.now.x, this.#rig.now.y, this.#rig.now.z);
    this.#camera.updateMatrixWorld();
  }

  /** Draws less where frames take too long. */
  #govern(deltaSeconds: number): void {
    if (this.#savings === SAVINGS.length - 1) return;
    this.#slowSeconds = deltaSeconds > SLOW_SECONDS ? this.#slowSeconds + deltaSeconds : 0;
    if (this.#slowSeconds < SLOW_FOR_SECONDS) return;
    this.#slowSeconds = 0;
    this.#savings += 1;
    this.fit();
  }
}
