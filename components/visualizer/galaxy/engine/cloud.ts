import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DynamicDrawUsage,
  type PerspectiveCamera,
  Points,
  Scene,
  ShaderMaterial,
  Sphere,
  Uint32BufferAttribute,
  Vector3,
  type WebGLRenderer,
} from "three";
import { CLOUD_FRAGMENT, CLOUD_VERTEX } from "./cloud-shaders";
import { radiusFor } from "./cloud-size";
import { cloudUniforms, OVER } from "./cloud-uniforms";
import { Haze } from "./haze";
import type { Sky } from "./sky";
import type { StageColours } from "./stage";

const REVEAL_SECONDS = 1.4;
/** Fewer points are never thinned, and those that are left are larger by this. */
const THICK = 20_000;
const LARGER = 1.2;

/** All points of a sky, in one draw call, before their haze. */
export class Cloud {
  readonly #scene = new Scene();
  readonly #points: Points<BufferGeometry, ShaderMaterial>;
  readonly #shared = cloudUniforms();
  readonly #uniforms = {
    ...this.#shared,
    uRadius: { value: 0.01 },
    uPixels: { value: 1 },
    uLeastPx: { value: 1.6 },
  };
  readonly #haze: Haze;
  #radius = 0.01;
  #half: Uint32BufferAttribute | null = null;
  #arrived = 0;

  constructor(private readonly renderer: WebGLRenderer) {
    this.#haze = new Haze(renderer, this.#shared);
    const material = new ShaderMaterial({
      ...OVER,
      vertexShader: CLOUD_VERTEX,
      fragmentShader: CLOUD_FRAGMENT,
      uniforms: this.#uniforms,
    });
    this.#points = new Points(new BufferGeometry(), material);
    this.#points.frustumCulled = false;
    this.#scene.add(this.#haze.backdrop, this.#points);
  }

  /** Takes another sky; its typed arrays are what is sent to the graphics processor. */
  show(sky: Sky): void {
    this.#release();
    const geometry = new BufferGeometry();
    const add = (name: string, array: Float32Array | Uint8Array, size: number, isShare = false) =>
      geometry.setAttribute(name, new BufferAttribute(array, size, isShare).setUsage(DynamicDrawUsage));
    add("position", sky.to, 3);
    add("from", sky.from, 3);
    add("tint", sky.rgb, 3, true);
    add("fade", sky.fades, 1, true);
    add("mark", sky.marks, 1);
    add("kind", sky.kinds, 1);
    geometry.boundingSphere = new Sphere(new Vector3(), 2);
    this.#points.geometry = geometry;
    this.#radius = radiusFor(sky.count);
    this.isThin = false;
    this.#haze.show(geometry, sky.count);
    this.arrived = sky.arrived;
  }

  refresh(name: "tint" | "fade" | "mark" | "position" | "from"): void {
    const attribute = this.#points.geometry.getAttribute(name);
    if (attribute instanceof BufferAttribute) attribute.needsUpdate = true;
  }

  /**
   * Draws half of very many points, each a little larger: as many as one can tell apart while they move. Only where
   * nothing else helps, because each point has its price, however small it is.
   */
  set isThin(isThin: boolean) {
    const { geometry } = this.#points;
    const count = geometry.getAttribute("position")?.count ?? 0;
    const leavesOut = isThin && count > THICK;
    this.#uniforms.uRadius.value = this.#radius * (leavesOut ? LARGER : 1);
    if (leavesOut) this.#half ??= new Uint32BufferAttribute(everySecond(count), 1);
    geometry.setIndex(leavesOut ? this.#half : null);
    this.#limit();
  }

  /** How many of the points are drawn: those that have arrived. */
  set arrived(count: number) {
    this.#arrived = count;
    this.#haze.arrived = count;
    this.#limit();
  }

  set share(share: number) {
    this.#shared.uShare.value = share;
  }

  /** The picture's raster. `pixels`: of one unit at distance 1. */
  measure(width: number, height: number, pixels: number, pixelRatio: number): void {
    this.#uniforms.uPixels.value = pixels;
    this.#uniforms.uLeastPx.value = 1.15 * pixelRatio;
    this.#haze.measure(width, height, pixels);
  }

  /** From where on what is far is lost in the background. */
  fog(near: number, far: number): void {
    this.#shared.uFog.value.set(near, far);
  }

  theme({ background, foreground, isDark }: StageColours): void {
    this.#shared.uAdds.value = isDark ? 0.3 : 0;
    setColour(this.#shared.uInk.value, foreground);
    setColour(this.#shared.uBackground.value, background);
  }

  /** Lets the points appear. False when all are there. */
  update(deltaSeconds: number, isStill: boolean): boolean {
    const { uReveal } = this.#shared;
    if (uReveal.value >= 1) return false;
    uReveal.value = isStill ? 1 : Math.min(1, uReveal.value + deltaSeconds / REVEAL_SECONDS);
    return true;
  }

  draw(camera: PerspectiveCamera): void {
    this.#haze.draw(camera);
    this.renderer.render(this.#scene, camera);
  }

  dispose(): void {
    this.#release();
    this.#points.material.dispose();
    this.#haze.dispose();
  }

  #limit(): void {
    const { geometry } = this.#points;
    geometry.setDrawRange(0, geometry.index ? Math.ceil(this.#arrived / 2) : this.#arrived);
  }

  /** A geometry takes its index along, if it has it at the time. */
  #release(): void {
    if (this.#half) this.#points.geometry.setIndex(this.#half);
    this.#points.geometry.dispose();
    this.#half = null;
  }
}

const everySecond = (count: number) => Uint32Array.from({ length: Math.ceil(count / 2) }, (_, at) => at * 2);

/** The shader writes sRGB as it is. */
function setColour(to: Vector3, css: string): void {
  const { r, g, b } = new Color(css).convertLinearToSRGB();
  to.set(r, g, b);
}
