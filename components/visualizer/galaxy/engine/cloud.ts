import {
  BufferAttribute,
  BufferGeometry,
  Color,
  CustomBlending,
  DynamicDrawUsage,
  OneFactor,
  OneMinusSrcAlphaFactor,
  Points,
  ShaderMaterial,
  Sphere,
  Vector2,
  Vector3,
} from "three";
import { CLOUD_FRAGMENT, CLOUD_VERTEX } from "./cloud-shaders";
import { radiusFor } from "./cloud-size";
import type { Sky } from "./sky";
import type { StageColours } from "./stage";

/** Points that carry a halo. */
const HALOS = 160;
const REVEAL_SECONDS = 1.4;

/** All points of a sky in one draw call. */
export class Cloud {
  readonly points: Points<BufferGeometry, ShaderMaterial>;
  readonly #material: ShaderMaterial;
  readonly #uniforms = {
    uShare: { value: 1 },
    uReveal: { value: 0 },
    uRadius: { value: 0.01 },
    uPixels: { value: 1 },
    uLeastPx: { value: 1.6 },
    uHaloEvery: { value: 0 },
    uFog: { value: new Vector2(1, 4) },
    uAdds: { value: 0 },
    uInk: { value: new Vector3(1, 1, 1) },
    uBackground: { value: new Vector3() },
  };
  #reveal = 0;
  #haloEvery = 1;

  constructor() {
    this.#material = new ShaderMaterial({
      vertexShader: CLOUD_VERTEX,
      fragmentShader: CLOUD_FRAGMENT,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
      uniforms: this.#uniforms,
    });
    this.points = new Points(new BufferGeometry(), this.#material);
    this.points.frustumCulled = false;
  }

  /** Takes another sky; its typed arrays are what is sent to the graphics processor. */
  show(sky: Sky): void {
    this.points.geometry.dispose();
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
    geometry.setDrawRange(0, sky.arrived);
    this.points.geometry = geometry;
    this.#uniforms.uRadius.value = radiusFor(sky.count);
    this.#haloEvery = Math.max(1, Math.ceil(sky.count / HALOS));
    this.hasHalos = true;
  }

  refresh(name: "tint" | "fade" | "mark" | "position" | "from"): void {
    const attribute = this.points.geometry.getAttribute(name);
    if (attribute instanceof BufferAttribute) attribute.needsUpdate = true;
  }

  /** How many of the points are drawn: those that have arrived. */
  set arrived(count: number) {
    this.points.geometry.setDrawRange(0, count);
  }

  set share(share: number) {
    this.#uniforms.uShare.value = share;
  }

  /** `pixels`: of one unit at distance 1, on the graphics processor's raster. */
  measure(pixels: number, pixelRatio: number): void {
    this.#uniforms.uPixels.value = pixels;
    this.#uniforms.uLeastPx.value = 1.15 * pixelRatio;
  }

  /** From where on what is far is lost in the background. */
  fog(near: number, far: number): void {
    this.#uniforms.uFog.value.set(near, far);
  }

  theme({ background, foreground, isDark }: StageColours): void {
    this.#uniforms.uAdds.value = isDark ? 0.3 : 0;
    setColour(this.#uniforms.uInk.value, foreground);
    setColour(this.#uniforms.uBackground.value, background);
  }

  /** Halos are most of what is drawn: a slow machine leaves them out while something moves. */
  set hasHalos(hasHalos: boolean) {
    this.#uniforms.uHaloEvery.value = hasHalos ? this.#haloEvery : 0;
  }

  /** Lets the points appear. False when all are there. */
  update(deltaSeconds: number, isStill: boolean): boolean {
    if (this.#reveal >= 1) return false;
    this.#reveal = isStill ? 1 : Math.min(1, this.#reveal + deltaSeconds / REVEAL_SECONDS);
    this.#uniforms.uReveal.value = this.#reveal;
    return true;
  }

  dispose(): void {
    this.points.geometry.dispose();
    this.#material.dispose();
  }
}

/** The shader writes sRGB as it is. */
function setColour(to: Vector3, css: string): void {
  const { r, g, b } = new Color(css).convertLinearToSRGB();
  to.set(r, g, b);
}
