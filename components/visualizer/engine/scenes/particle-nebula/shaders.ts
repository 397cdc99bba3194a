import { FINISH_GLSL, PAINT_GLSL } from "@/components/visualizer/engine/look";

/** Low frequencies to high ones. */
const SPECTRUM_COLOUR_GLSL = /* glsl */ `
uniform vec3 uLow;
uniform vec3 uMid;
uniform vec3 uHigh;
vec3 colourOfBand(float band) {
  vec3 lower = mix(uLow, uMid, smoothstep(0.02, 0.42, band));
  return mix(lower, uHigh, smoothstep(0.4, 0.85, band));
}`;

/** How a moment stands to the present: x = it sounds now, y = it was heard, z = it was heard lately. */
const TIME_GLSL = /* glsl */ `
uniform float uSeconds;
uniform float uNowSeconds;
uniform float uLateSeconds;
vec3 presentOf(float seconds) {
  float age = uSeconds - seconds;
  float now = exp(-pow(age / (uNowSeconds * (age > 0.0 ? 1.6 : 0.8)), 2.0));
  float heard = smoothstep(-uNowSeconds * 0.5, uNowSeconds * 0.3, age);
  return vec3(now, heard, heard * exp(-max(age, 0.0) / uLateSeconds));
}`;

export const PARTICLE_VERTEX = /* glsl */ `
${SPECTRUM_COLOUR_GLSL}
${TIME_GLSL}
attribute float aSeconds;
attribute float aBand;
attribute float aStrength;
attribute float aChance;
uniform float uSpectrum[64];
uniform float uPixels;
uniform float uGrain;
uniform float uDrift;
uniform float uPulse;
uniform float uRoom;
uniform float uLateRoom;
uniform float uInk;
varying vec3 vColour;
varying float vAmount;
varying float vSoft;
void main() {
  vec3 present = presentOf(aSeconds);
  float energy = uSpectrum[int(clamp(aBand, 0.0, 0.999) * 64.0)] * present.x;
  // Each particle floats around its place a little, and what sounds now is driven apart.
  vec3 phase = vec3(aChance, fract(aChance * 7.31), fract(aChance * 13.7)) * 6.2831;
  vec3 float3 = sin(uDrift * (0.5 + vec3(aChance, 0.4, 1.0 - aChance)) + phase);
  vec4 view = modelViewMatrix * vec4(position + float3 * (0.022 + 0.11 * energy), 1.0);
  gl_Position = projectionMatrix * view;
  float big = step(0.985, aChance);
  float size = uGrain * (0.62 + 0.7 * aStrength + 1.1 * big + present.x * 0.3 + energy * (0.9 + 0.4 * uPulse));
  float pixels = size * uPixels * projectionMatrix[1][1] / max(0.1, -view.z);
  gl_PointSize = clamp(pixels, 1.4, 64.0);
  // A point that would be smaller than a pixel is fainter instead.
  float shrunk = min(1.0, pixels / 1.4);
  float light = mix(0.1, 0.35, present.y) * (0.5 + 0.5 * aStrength) + 0.26 * present.z * mix(uLateRoom, 1.0, uInk) * (1.0 - 0.6 * present.x);
  light += present.x * (0.2 + 1.3 * energy) * mix(uRoom, 1.0, uInk);
  float near = smoothstep(0.5, 1.6, -view.z);
  vColour = colourOfBand(aBand);
  vColour = mix(vColour, vec3(1.0), (1.0 - uInk) * min(0.4, 0.22 * energy + 0.12 * big));
  // Before it is heard, a place is only dust.
  vColour = mix(mix(vec3(dot(vColour, vec3(0.33))), vColour, 0.45), vColour, present.y);
  vAmount = light * shrunk * mix(shrunk, 1.0, uInk) * near * mix(1.0, 2.1, uInk);
  vSoft = clamp(pixels / 14.0, 0.0, 1.0);
}`;

export const PARTICLE_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
varying vec3 vColour;
varying float vAmount;
varying float vSoft;
void main() {
  float far = length(gl_PointCoord - 0.5) * 2.0;
  if (far > 1.0) discard;
  float fall = 1.0 - far;
  // Small ones are discs, large ones have a bright core in a halo.
  float shape = mix(smoothstep(0.0, 0.5, fall), 0.3 * fall * fall + 0.9 * pow(fall, 6.0), vSoft);
  gl_FragColor = paint(vColour, shape * vAmount);
  ${FINISH_GLSL}
}`;

export const GAS_VERTEX = /* glsl */ `
${SPECTRUM_COLOUR_GLSL}
${TIME_GLSL}
attribute float aSeconds;
attribute float aBand;
attribute float aStrength;
attribute float aChance;
uniform float uPixels;
uniform float uDrift;
varying vec3 vColour;
varying float vAmount;
varying vec2 vShift;
void main() {
  vec3 present = presentOf(aSeconds);
  vec4 view = modelViewMatrix * vec4(position, 1.0);
  gl_Position = projectionMatrix * view;
  float size = (0.5 + 0.5 * aStrength) * (0.8 + 0.6 * aChance);
  gl_PointSize = min(420.0, size * uPixels * projectionMatrix[1][1] / max(0.2, -view.z));
  vColour = colourOfBand(aBand);
  vAmount = (0.02 + 0.085 * present.y + 0.06 * present.z + 0.05 * present.x) * aStrength * smoothstep(0.6, 2.2, -view.z);
  vShift = vec2(aChance * 17.0, uDrift * 0.06 + aChance * 5.0);
}`;

export const GAS_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
varying vec3 vColour;
varying float vAmount;
varying vec2 vShift;
float hash(vec2 at) {
  return fract(sin(dot(at, vec2(127.1, 311.7))) * 43758.5453);
}
float noise(vec2 at) {
  vec2 cell = floor(at);
  vec2 part = fract(at);
  part = part * part * (3.0 - 2.0 * part);
  return mix(mix(hash(cell), hash(cell + vec2(1.0, 0.0)), part.x),
             mix(hash(cell + vec2(0.0, 1.0)), hash(cell + vec2(1.0, 1.0)), part.x), part.y);
}
void main() {
  vec2 at = gl_PointCoord - 0.5;
  float fall = max(0.0, 1.0 - 4.0 * dot(at, at));
  float cloud = noise(at * 3.5 + vShift) * 0.65 + noise(at * 8.0 - vShift) * 0.35;
  gl_FragColor = paint(vColour, fall * fall * smoothstep(0.25, 0.85, cloud) * vAmount);
  ${FINISH_GLSL}
}`;

export const PATH_VERTEX = /* glsl */ `
${TIME_GLSL}
attribute vec3 aNext;
attribute float aSide;
attribute float aSeconds;
uniform float uAspect;
varying float vSide;
varying vec3 vPresent;
void main() {
  vec4 here = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
  vec4 next = projectionMatrix * modelViewMatrix * vec4(aNext, 1.0);
  vec2 way = (next.xy / next.w - here.xy / here.w) * vec2(uAspect, 1.0);
  vec2 across = vec2(-way.y, way.x) / max(length(way), 1e-6) / vec2(uAspect, 1.0);
  vPresent = presentOf(aSeconds);
  vSide = aSide;
  here.xy += across * aSide * (0.05 + 0.05 * vPresent.x);
  gl_Position = here;
}`;

export const PATH_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform vec3 uPath;
varying float vSide;
varying vec3 vPresent;
void main() {
  float across = abs(vSide);
  float core = exp(-across * across * 60.0);
  float glow = exp(-across * across * 8.0) * smoothstep(1.0, 0.7, across);
  float light = mix(0.13, 0.5, vPresent.y) + 0.35 * vPresent.z + 1.1 * vPresent.x;
  gl_FragColor = paint(uPath, core * light * mix(1.0, 1.6, uInk) + glow * 0.14 * (0.4 * vPresent.y + vPresent.z + vPresent.x));
  ${FINISH_GLSL}
}`;

export const GATE_VERTEX = /* glsl */ `
${TIME_GLSL}
attribute float aSeconds;
varying float vAmount;
void main() {
  vec3 present = presentOf(aSeconds);
  vAmount = mix(0.05, 0.13, present.y) + 0.3 * present.z;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

export const GATE_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform vec3 uPath;
varying float vAmount;
void main() {
  gl_FragColor = paint(uPath, vAmount);
  ${FINISH_GLSL}
}`;

export const HEAD_VERTEX = /* glsl */ `
uniform vec3 uHead;
uniform float uLevel;
uniform float uPulse;
varying vec2 vAt;
void main() {
  vAt = position.xy * 3.0;
  vec4 view = modelViewMatrix * vec4(uHead, 1.0);
  float size = 0.13 + 0.1 * uLevel + 0.03 * uPulse;
  gl_Position = projectionMatrix * (view + vec4(position.xy * 3.0 * size, 0.0, 0.0));
}`;

export const HEAD_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform vec3 uPath;
uniform vec3 uHeadColour;
uniform float uLevel;
uniform float uPulse;
varying vec2 vAt;
void main() {
  float far = length(vAt);
  float edge = smoothstep(3.0, 1.6, far);
  float core = exp(-far * far * 9.0);
  float halo = exp(-far * 1.9) * edge;
  float streak = exp(-abs(vAt.y) * 16.0) * exp(-abs(vAt.x) * 1.1) * edge * (1.0 - uInk);
  vec4 sum = paint(uHeadColour, halo * (0.25 + 0.3 * uLevel + 0.15 * uPulse) + streak * 0.3);
  sum += paint(uPath, core * 1.1);
  gl_FragColor = vec4(sum.rgb, min(1.0, sum.a));
  ${FINISH_GLSL}
}`;
