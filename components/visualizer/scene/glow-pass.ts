import {
  type Camera,
  HalfFloatType,
  type IUniform,
  LinearFilter,
  type Scene,
  ShaderMaterial,
  UnsignedByteType,
  Vector2,
  type WebGLRenderer,
  WebGLRenderTarget,
} from "three";
import { FullScreenQuad } from "three/examples/jsm/postprocessing/Pass.js";

const VERTEX = /* glsl */ `
varying vec2 vUv;
void main() {
  vUv = uv;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

/** What is bright, four pixels as one. */
const BRIGHT = /* glsl */ `
uniform sampler2D uPicture;
uniform vec2 uStep;
varying vec2 vUv;
void main() {
  vec3 sum = vec3(0.0);
  for (int x = 0; x < 2; x++) for (int y = 0; y < 2; y++)
    sum += min(texture2D(uPicture, vUv + (vec2(x, y) * 2.0 - 1.0) * uStep).rgb, vec3(4.0));
  sum *= 0.25;
  float most = max(sum.r, max(sum.g, sum.b));
  gl_FragColor = vec4(sum * smoothstep(0.16, 0.85, most), 1.0);
}`;

/** Nine weights of a bell curve, by five reads between the pixels. */
const BLUR = /* glsl */ `
uniform sampler2D uPicture;
uniform vec2 uStep;
varying vec2 vUv;
void main() {
  vec3 sum = texture2D(uPicture, vUv).rgb * 0.227027;
  sum += (texture2D(uPicture, vUv + uStep * 1.384615).rgb + texture2D(uPicture, vUv - uStep * 1.384615).rgb) * 0.316216;
  sum += (texture2D(uPicture, vUv + uStep * 3.230769).rgb + texture2D(uPicture, vUv - uStep * 3.230769).rgb) * 0.070270;
  gl_FragColor = vec4(sum, 1.0);
}`;

/** Picture and glow, darker corners, and as much noise as hides the steps of dark gradients. */
const GRADE = /* glsl */ `
uniform sampler2D uPicture;
uniform sampler2D uNear;
uniform sampler2D uWide;
uniform float uStrength;
varying vec2 vUv;
float hash(vec2 at) {
  vec3 p = fract(vec3(at.xyx) * 0.1031);
  p += dot(p, p.yzx + 33.33);
  return fract((p.x + p.y) * p.z);
}
void main() {
  vec3 colour = texture2D(uPicture, vUv).rgb;
  colour += uStrength * (0.5 * texture2D(uNear, vUv).rgb + 0.75 * texture2D(uWide, vUv).rgb);
  vec2 away = vUv - 0.5;
  colour *= 1.0 - 0.42 * smoothstep(0.25, 0.78, length(away));
  vec3 over = max(colour - 0.7, 0.0);
  colour = min(colour, 0.7) + 0.3 * (1.0 - exp(-over / 0.3));
  gl_FragColor = linearToOutputTexel(vec4(colour, 1.0));
  gl_FragColor.rgb += (hash(gl_FragCoord.xy) - 0.5) / 255.0;
}`;

const NEAR = 4;
const WIDE = 12;

/**
 * Draws a scene with the glow around what is bright, and grades it. Our own instead of three's bloom: that works through
 * five sizes with up to 27 reads each, which a software renderer cannot do in time; this reads a picture of a sixteenth.
 */
export class GlowPass {
  readonly #picture: WebGLRenderTarget;
  readonly #near: [WebGLRenderTarget, WebGLRenderTarget];
  readonly #wide: [WebGLRenderTarget, WebGLRenderTarget];
  readonly #bright = material(BRIGHT);
  readonly #blur = material(BLUR);
  readonly #grade = material(GRADE, { uNear: { value: null }, uWide: { value: null }, uStrength: { value: 0 } });
  readonly #quad = new FullScreenQuad();
  readonly #size = new Vector2();

  constructor(
    private readonly renderer: WebGLRenderer,
    samples: number,
  ) {
    const isFine = ["EXT_color_buffer_float", "EXT_color_buffer_half_float"].some((name) =>
      renderer.extensions.has(name),
    );
    const options = {
      type: isFine ? HalfFloatType : UnsignedByteType,
      minFilter: LinearFilter,
      magFilter: LinearFilter,
    };
    const small = () => new WebGLRenderTarget(1, 1, { ...options, depthBuffer: false });
    this.#picture = new WebGLRenderTarget(1, 1, { ...options, samples });
    this.#near = [small(), small()];
    this.#wide = [small(), small()];
  }

  render(scene: Scene, camera: Camera, strength: number): void {
    const { renderer } = this;
    renderer.getDrawingBufferSize(this.#size);
    const { x: width, y: height } = this.#size;
    this.#picture.setSize(width, height);
    renderer.setRenderTarget(this.#picture);
    renderer.clear();
    renderer.render(scene, camera);
    this.#draw(this.#bright, this.#picture, this.#sized(this.#near[0], NEAR), 1 / width, 1 / height);
    this.#blurred(this.#near[0], this.#near, NEAR);
    this.#blurred(this.#near[0], this.#wide, WIDE);
    const { uniforms } = this.#grade;
    set(uniforms, "uNear", this.#near[0].texture);
    set(uniforms, "uWide", this.#wide[0].texture);
    set(uniforms, "uStrength", strength);
    this.#draw(this.#grade, this.#picture, null, 0, 0);
  }

  dispose(): void {
    for (const target of [this.#picture, ...this.#near, ...this.#wide]) target.dispose();
    for (const one of [this.#bright, this.#blur, this.#grade]) one.dispose();
    this.#quad.dispose();
  }

  /** Leaves the result in the first of the two. */
  #blurred(from: WebGLRenderTarget, [to, between]: [WebGLRenderTarget, WebGLRenderTarget], parts: number): void {
    this.#draw(this.#blur, from, this.#sized(between, parts), parts / this.#size.x, 0);
    this.#draw(this.#blur, between, this.#sized(to, parts), 0, parts / this.#size.y);
  }

  #sized(target: WebGLRenderTarget, parts: number): WebGLRenderTarget {
    target.setSize(Math.max(1, Math.round(this.#size.x / parts)), Math.max(1, Math.round(this.#size.y / parts)));
    return target;
  }

  #draw(shader: ShaderMaterial, from: WebGLRenderTarget, to: WebGLRenderTarget | null, x: number, y: number): void {
    set(shader.uniforms, "uPicture", from.texture);
    (shader.uniforms.uStep as IUniform<Vector2>).value.set(x, y);
    this.#quad.material = shader;
    this.renderer.setRenderTarget(to);
    this.#quad.render(this.renderer);
  }
}

type Uniforms = ShaderMaterial["uniforms"];

function material(fragmentShader: string, own: Uniforms = {}): ShaderMaterial {
  return new ShaderMaterial({
    ...{ vertexShader: VERTEX, fragmentShader, depthTest: false, depthWrite: false },
    uniforms: { uPicture: { value: null }, uStep: { value: new Vector2() }, ...own },
  });
}

function set(uniforms: Uniforms, name: string, value: unknown): void {
  const uniform = uniforms[name];
  if (uniform) uniform.value = value;
}
