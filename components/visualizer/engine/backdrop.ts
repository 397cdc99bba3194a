import { BufferAttribute, BufferGeometry, Mesh, type ShaderMaterial, Vector3 } from "three";
import type { Rgb } from "./colour";
import { FINISH_GLSL, type Look, paintMaterial } from "./look";

/** Covers the whole screen, whatever the camera does. */
export const SCREEN_VERTEX = /* glsl */ `
varying vec2 vScreen;
void main() {
  vScreen = position.xy;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
uniform vec3 uBackground;
uniform vec3 uTint;
uniform float uGlow;
uniform float uInk;
varying vec2 vScreen;
void main() {
  float far = dot(vScreen, vScreen);
  float glow = exp(-far * 1.6) * uGlow;
  vec3 colour = uBackground * mix(mix(1.3, 0.7, smoothstep(0.0, 1.8, far)), 1.0 - 0.05 * far, uInk);
  colour = mix(colour + uTint * glow, mix(colour, uTint, glow), uInk);
  // A little noise: without it a gradient this faint has steps.
  float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
  gl_FragColor = vec4(colour * (1.0 + noise * mix(0.22, 0.008, uInk)), 1.0);
  ${FINISH_GLSL}
}`;

/** One triangle larger than the screen. */
export function screenGeometry(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3));
  return geometry;
}

/** The page's background with a faint light behind the middle. */
export function makeBackdrop(look: Look, tint: Rgb): Mesh<BufferGeometry, ShaderMaterial> {
  const material = paintMaterial(look, {
    vertexShader: SCREEN_VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: {
      uBackground: { value: new Vector3(...look.background) },
      uTint: { value: new Vector3(...tint) },
      uGlow: { value: look.isLight ? 0.1 : 0.035 },
    },
  });
  const mesh = new Mesh(screenGeometry(), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = -1;
  return mesh;
}
