import { FINISH_GLSL, PAINT_GLSL } from "@/components/visualizer/engine/look";
import { RING_PER_SEMITONE, TUBE_PER_SEMITONE } from "./tonnetz";

export const RING_RADIUS = 1.92;
export const TUBE_RADIUS = 0.98;

const float = (value: number) => value.toFixed(6);

/** Where a place is: the surface flows around tube and ring until the chord that sounds faces the camera. */
const TORUS_GLSL = /* glsl */ `
uniform vec2 uTurn;
uniform float uDistance;
const float RING = ${float(RING_RADIUS)};
const float TUBE = ${float(TUBE_RADIUS)};
vec3 outward(vec2 place) {
  vec2 at = place + uTurn;
  return vec3(cos(at.x) * cos(at.y), sin(at.x), cos(at.x) * sin(at.y));
}
vec3 onTorus(vec2 place, float height) {
  vec2 at = place + uTurn;
  float reach = RING + (TUBE + height) * cos(at.x);
  return vec3(reach * cos(at.y), (TUBE + height) * sin(at.x), reach * sin(at.y));
}
/** 1 for what is near, 0 for what is far, as seen from the camera. */
float nearness(vec3 view) {
  return smoothstep(uDistance + 3.0, uDistance - 2.2, length(view));
}`;

export const PATCH_VERTEX = /* glsl */ `
${TORUS_GLSL}
attribute vec2 aPlace;
attribute vec3 aShares;
attribute float aTriad;
uniform float uLit[24];
uniform float uTrace[24];
uniform float uHeard[24];
uniform float uRegion[24];
uniform vec3 uPitch[12];
varying vec3 vShares;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vColour;
varying vec4 vLight;
varying float vIsMinor;
varying float vNearness;
void main() {
  int triad = int(aTriad + 0.5);
  vShares = aShares;
  vIsMinor = step(11.5, aTriad);
  vColour = uPitch[triad - 12 * int(vIsMinor)];
  vLight = vec4(uLit[triad], uTrace[triad], uHeard[triad], uRegion[triad]);
  // What is lit stands out a little, most in its middle.
  float middle = 27.0 * aShares.x * aShares.y * aShares.z;
  vec4 view = modelViewMatrix * vec4(onTorus(aPlace, 0.07 * vLight.x * middle), 1.0);
  vNormal = normalMatrix * outward(aPlace);
  vView = view.xyz;
  vNearness = nearness(view.xyz);
  gl_Position = projectionMatrix * view;
}`;

export const PATCH_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform vec3 uKeyColour;
uniform vec3 uGlass;
uniform vec3 uBackground;
uniform float uPulse;
uniform float uLevel;
uniform float uSeconds;
varying vec3 vShares;
varying vec3 vNormal;
varying vec3 vView;
varying vec3 vColour;
varying vec4 vLight;
varying float vIsMinor;
varying float vNearness;

/** A line of constant width on the screen where a share is 0, with a soft glow beside it. */
vec2 edge(float share, float width) {
  float pixel = fwidth(share);
  return vec2(1.0 - smoothstep(pixel * width * 0.5, pixel * (width + 1.4), share), exp(-share * 16.0));
}

void main() {
  float lit = vLight.x;
  float trace = vLight.y * (1.0 - lit);
  float heard = vLight.z * (1.0 - lit);
  float region = vLight.w;
  // At the rim of the torus values are guessed beyond the triangle: they are kept inside it.
  vec3 shares = clamp(vShares, 0.0, 1.0);
  vec3 normal = normalize(vNormal);
  float facing = clamp(dot(normal, normalize(-vView)), -1.0, 1.0);
  float isFront = step(0.0, facing);
  float rim = pow(1.0 - abs(facing), 3.0);
  float presence = mix(0.3, 1.0, isFront) * mix(0.3, 1.0, vNearness);

  float nearest = min(shares.x, min(shares.y, shares.z)) * 3.0;
  float side = exp(-nearest * 3.2);
  // Light from above, so that the glass has a form.
  vec3 outside = normal * mix(-1.0, 1.0, isFront);
  float shade = 0.5 + 0.5 * dot(outside, normalize(vec3(-0.45, 0.85, 0.3)));
  float gleam = pow(max(0.0, dot(reflect(normalize(vView), outside), normalize(vec3(-0.4, 0.8, 0.45)))), 28.0) * isFront;

  vec4 sum = paint(uGlass, (0.015 + 0.05 * shade * shade + 0.3 * rim) * presence);
  sum += paint(mix(uGlass, vec3(1.0), 0.5), gleam * 0.2 * (1.0 - 0.7 * lit) * (1.0 - uInk));
  sum += paint(uKeyColour, region * (0.02 + 0.05 * shade + 0.15 * side) * presence * mix(1.0, 1.7, uInk));
  sum += paint(vColour, trace * (0.03 + 0.3 * side + 0.12 * shade * (1.0 - nearest)) * presence);
  sum += paint(vColour, heard * (0.06 + 0.3 * nearest) * presence);

  // Rings run from the middle to the sides of the chord that sounds. Those of a minor chord are narrow lines.
  float wave = sin(nearest * mix(9.0, 24.0, vIsMinor) + uSeconds * 2.2);
  float rings = mix(0.88 + 0.12 * wave, 0.55 + 0.45 * smoothstep(-0.3, 0.6, wave), vIsMinor);
  float body = (0.26 + 0.18 * shade + 0.2 * side + 0.14 * uLevel + 0.14 * uPulse) * rings;
  sum += paint(vColour, lit * body * mix(0.3, 1.0, isFront) * mix(1.0, 1.1, uInk));

  vec2 first = edge(shares.x, 0.8);
  vec2 fifth = edge(shares.y, 1.5);
  vec2 third = edge(shares.z, 0.8);
  float line = max(max(first.x, third.x) * 0.4, fifth.x * 0.85);
  float soft = max(max(first.y, third.y) * 0.4, fifth.y);
  sum += paint(uGlass, (line * 0.62 + soft * 0.08) * presence);
  sum += paint(mix(vColour, vec3(1.0), 0.4 * (1.0 - uInk)), lit * (line * 0.85 + soft * 0.13) * presence);
  // The near side dims the far side behind it.
  float cover = isFront * mix(0.5, 0.3, uInk) * vNearness;
  gl_FragColor = vec4(sum.rgb + uBackground * cover, min(sum.a + cover, 1.0));
  ${FINISH_GLSL}
}`;

export const NODE_VERTEX = /* glsl */ `
${TORUS_GLSL}
attribute float aPitch;
uniform float uChroma[12];
uniform float uChosen[12];
uniform vec3 uPitch[12];
varying vec2 vAt;
varying vec2 vCell;
varying vec3 vColour;
varying float vEnergy;
varying float vChosen;
varying float vPresence;
void main() {
  int pitch = int(aPitch + 0.5);
  vec2 place = aPitch * vec2(${float(TUBE_PER_SEMITONE)}, ${float(RING_PER_SEMITONE)});
  vEnergy = uChroma[pitch];
  vChosen = uChosen[pitch];
  vColour = uPitch[pitch];
  vec4 view = modelViewMatrix * vec4(onTorus(place, 0.06), 1.0);
  float facing = dot(normalize(normalMatrix * outward(place)), normalize(-view.xyz));
  vPresence = mix(0.15, 1.0, smoothstep(-0.35, 0.02, facing)) * mix(0.4, 1.0, nearness(view.xyz));
  vAt = position.xy * 3.0;
  vCell = vec2(mod(aPitch, 4.0), floor(aPitch / 4.0));
  float size = 0.2 + 0.05 * vChosen + 0.035 * vEnergy;
  gl_Position = projectionMatrix * (view + vec4(position.xy * 3.0 * size, 0.0, 0.0));
}`;

export const NODE_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform sampler2D uNames;
uniform vec3 uBackground;
uniform vec3 uText;
varying vec2 vAt;
varying vec2 vCell;
varying vec3 vColour;
varying float vEnergy;
varying float vChosen;
varying float vPresence;
void main() {
  float far = length(vAt);
  float pixel = fwidth(far);
  float disc = 1.0 - smoothstep(1.0 - pixel, 1.0 + pixel, far);
  float halo = exp(-max(0.0, far - 0.9) * 2.6) * smoothstep(3.0, 2.0, far) * (1.0 - disc);
  vec4 sum = paint(vColour, halo * (0.04 + 0.6 * vEnergy * vEnergy + 0.22 * vChosen) * vPresence);

  // The disc hides what is behind it, so that its name can be read. It fills from the middle with the note's energy.
  float fill = smoothstep(0.35, 0.0, far - 0.95 * vEnergy) * (0.22 + 0.5 * vEnergy);
  vec3 inside = mix(uBackground, vColour, clamp(0.07 + fill * 0.62 + 0.12 * vChosen, 0.0, 1.0));
  float ring = 1.0 - smoothstep(0.05, 0.05 + pixel * 2.0, abs(far - 0.95));
  inside = mix(inside, vColour * mix(1.25, 1.0, uInk), ring * (0.45 + 0.55 * max(vEnergy, vChosen)));
  vec2 letter = (vCell + clamp(vAt * 0.5 + 0.5, 0.0, 1.0)) / vec2(4.0, 3.0);
  float name = texture2D(uNames, letter).r * step(far, 1.0);
  inside = mix(inside, uText * mix(1.15, 1.0, uInk), name);
  float cover = disc * mix(0.25, 0.96, vPresence);
  sum = vec4(inside * cover, cover) + sum * (1.0 - cover);
  gl_FragColor = sum;
  ${FINISH_GLSL}
}`;

export const PATH_VERTEX = /* glsl */ `
${TORUS_GLSL}
attribute vec2 aPlace;
attribute vec2 aNext;
attribute float aSide;
attribute float aAlong;
uniform float uAspect;
varying float vSide;
varying float vAlong;
varying float vPresence;
void main() {
  vec4 view = modelViewMatrix * vec4(onTorus(aPlace, 0.1), 1.0);
  vec4 here = projectionMatrix * view;
  vec4 next = projectionMatrix * modelViewMatrix * vec4(onTorus(aNext, 0.1), 1.0);
  vec2 way = (next.xy / next.w - here.xy / here.w) * vec2(uAspect, 1.0);
  vec2 across = vec2(-way.y, way.x) / max(length(way), 1e-5) / vec2(uAspect, 1.0);
  float facing = dot(normalize(normalMatrix * outward(aPlace)), normalize(-view.xyz));
  vSide = aSide;
  vAlong = aAlong;
  vPresence = mix(0.3, 1.0, smoothstep(-0.2, 0.25, facing));
  // Where the way turns back, and where it begins, it has no direction: there the ribbon is thin.
  float width = mix(0.012, 0.05, aAlong) * smoothstep(0.0005, 0.006, length(way));
  here.xy += across * aSide * width * here.w;
  gl_Position = here;
}`;

export const PATH_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform vec3 uColour;
uniform float uSeconds;
varying float vSide;
varying float vAlong;
varying float vPresence;
void main() {
  float across = abs(vSide);
  float core = exp(-across * across * 42.0);
  float glow = exp(-across * across * 7.0) * 0.2 * smoothstep(1.0, 0.75, across);
  float run = 0.8 + 0.2 * sin(vAlong * 60.0 - uSeconds * 5.0);
  gl_FragColor = paint(uColour, (0.8 * core + glow) * vAlong * vAlong * smoothstep(1.0, 0.985, vAlong) * run * vPresence);
  ${FINISH_GLSL}
}`;
