import {
  type BufferAttribute,
  BufferGeometry,
  HalfFloatType,
  LinearFilter,
  Mesh,
  NoBlending,
  type PerspectiveCamera,
  PlaneGeometry,
  Points,
  Scene,
  ShaderMaterial,
  Sphere,
  Uint32BufferAttribute,
  UnsignedByteType,
  Vector3,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import { BACKDROP_FRAGMENT, BACKDROP_VERTEX, HALO_FRAGMENT, HALO_VERTEX } from "./cloud-shaders";
import { type CloudUniforms, OVER } from "./cloud-uniforms";

/** Points that carry a halo, each for those around it. */
const HALOS = 320;
const RADIUS = 0.26;
const STRENGTH = 0.11;
/** Pixels of the picture, each way, that are one of the haze: it is soft everywhere. */
const COARSE = 8;
/** Columns and rows of the net that the haze is laid over the picture by. */
const NET = [64, 36] as const;

/**
 * The glow of dense places. It is drawn small and laid behind the points by a coarse net, so that no pixel of the picture
 * has to look it up: halos of full size would be most of what is drawn.
 */
export class Haze {
  /** The background and the haze before it; drawn before all others. */
  readonly backdrop: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #scene = new Scene();
  readonly #halos: Points<BufferGeometry, ShaderMaterial>;
  readonly #target: WebGLRenderTarget;
  readonly #pixels = { value: 1 };
  #every = 1;

  constructor(
    private readonly renderer: WebGLRenderer,
    uniforms: CloudUniforms,
  ) {
    const drawsFloats = renderer.extensions.has("EXT_color_buffer_float");
    this.#target = new WebGLRenderTarget(1, 1, {
      // Bytes show steps where many faint halos lie over each other.
      type: drawsFloats ? HalfFloatType : UnsignedByteType,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
      depthBuffer: false,
    });
    const { uShare, uReveal, uFog, uAdds, uBackground } = uniforms;
    this.#halos = new Points(
      new BufferGeometry(),
      new ShaderMaterial({
        ...OVER,
        vertexShader: HALO_VERTEX,
        fragmentShader: HALO_FRAGMENT,
        uniforms: {
          ...{ uShare, uReveal, uFog, uAdds },
          ...{ uPixels: this.#pixels, uRadius: { value: RADIUS }, uStrength: { value: STRENGTH } },
        },
      }),
    );
    this.#halos.frustumCulled = false;
    this.#scene.add(this.#halos);
    this.backdrop = new Mesh(
      new PlaneGeometry(2, 2, ...NET),
      new ShaderMaterial({
        vertexShader: BACKDROP_VERTEX,
        fragmentShader: BACKDROP_FRAGMENT,
        depthTest: false,
        depthWrite: false,
        blending: NoBlending,
        uniforms: { uHaze: { value: this.#target.texture }, uBackground },
      }),
    );
    this.backdrop.frustumCulled = false;
    this.backdrop.renderOrder = -1;
  }

  /** Takes the points of a cloud; what is written to them is seen here too. */
  show(cloud: BufferGeometry, count: number): void {
    this.#halos.geometry.dispose();
    const geometry = new BufferGeometry();
    for (const name of ["position", "from", "tint", "fade"])
      geometry.setAttribute(name, cloud.getAttribute(name) as BufferAttribute);
    const every = Math.max(1, Math.ceil(count / HALOS));
    geometry.setIndex(
      new Uint32BufferAttribute(
        Array.from({ length: Math.ceil(count / every) }, (_, at) => at * every),
        1,
      ),
    );
    geometry.boundingSphere = new Sphere(new Vector3(), 2);
    this.#halos.geometry = geometry;
    this.#every = every;
  }

  /** How many of the points have arrived. */
  set arrived(count: number) {
    this.#halos.geometry.setDrawRange(0, Math.ceil(count / this.#every));
  }

  /** `pixels`: of one unit at distance 1, on the raster of the picture. */
  measure(width: number, height: number, pixels: number): void {
    this.#target.setSize(Math.max(1, Math.ceil(width / COARSE)), Math.max(1, Math.ceil(height / COARSE)));
    this.#pixels.value = pixels / COARSE;
  }

  /** Brings the haze up to date, before the picture is drawn. */
  draw(camera: PerspectiveCamera): void {
    this.renderer.setRenderTarget(this.#target);
    this.renderer.setClearAlpha(0);
    this.renderer.clear();
    this.renderer.render(this.#scene, camera);
    this.renderer.setRenderTarget(null);
  }

  dispose(): void {
    this.#halos.geometry.dispose();
    this.#halos.material.dispose();
    this.backdrop.geometry.dispose();
    this.backdrop.material.dispose();
    this.#target.dispose();
  }
}
