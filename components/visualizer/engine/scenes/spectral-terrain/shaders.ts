/** What surface, beats and the line of now share: how high the land is at a place and a time. */
const LAND = /* glsl */ `
uniform sampler2D uMel;
uniform sampler2D uLive;
uniform float uSeconds;
uniform float uDuration;
uniform float uMapSeconds;
uniform float uAhead;
uniform float uDepth;
uniform float uWidth;
uniform float uHasMap;
uniform float uHeight;
varying float vValue;
varying float vLive;
varying float vAcross;
varying float vTime;
varying vec3 vWorld;

float edge(float across) {
  return smoothstep(0.0, 0.07, across) * (1.0 - smoothstep(0.93, 1.0, across));
}
float stored(float across, float time) {
  float inside = step(0.0, time) * (1.0 - smoothstep(uDuration - 0.01 * uAhead, uDuration, time));
  return texture2D(uMel, vec2(across, time / uMapSeconds)).r * inside * uHasMap;
}
float near(float time) {
  float away = (time - uSeconds) / uAhead;
  return exp(-away * away * 900.0);
}
float heightOf(float across, float time) {
  float value = stored(across, time);
  float live = texture2D(uLive, vec2(across, 0.5)).r * near(time);
  float past = smoothstep(-0.16, 0.0, (time - uSeconds) / uAhead);
  return edge(across) * uHeight * (pow(value, 1.7) * mix(0.35, 1.0, past) + pow(live, 1.5) * 0.4);
}
float zOf(float time) {
  return -(time - uSeconds) / uAhead * uDepth;
}
`;

export const SURFACE_VERTEX = /* glsl */ `
${LAND}
varying vec3 vNormal;
void main() {
  float across = uv.x;
  float time = uSeconds + (uv.y * 1.16 - 0.16) * uAhead;
  float stepX = 0.012;
  float stepT = 0.006 * uAhead;
  float here = heightOf(across, time);
  vec3 point = vec3((across - 0.5) * uWidth, here, zOf(time));
  float dx = heightOf(across + stepX, time) - heightOf(across - stepX, time);
  float dz = heightOf(across, time - stepT) - heightOf(across, time + stepT);
  vNormal = normalize(vec3(-dx / (2.0 * stepX * uWidth), 1.0, -dz / (2.0 * stepT / uAhead * uDepth)));
  vValue = stored(across, time);
  vLive = texture2D(uLive, vec2(across, 0.5)).r * near(time);
  vAcross = across;
  vTime = time;
  vWorld = point;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(point, 1.0);
}`;

export const SURFACE_FRAGMENT = /* glsl */ `
uniform vec3 uLow;
uniform vec3 uMid;
uniform vec3 uHigh;
uniform vec3 uBackground;
uniform vec3 uInk;
uniform float uSeconds;
uniform float uAhead;
uniform float uDepth;
uniform float uPulse;
uniform float uIsLight;
varying float vValue;
varying float vLive;
varying float vAcross;
varying float vTime;
varying vec3 vWorld;
varying vec3 vNormal;

void main() {
  vec3 hue = mix(uLow, uMid, smoothstep(0.05, 0.45, vAcross));
  hue = mix(hue, uHigh, smoothstep(0.5, 0.95, vAcross));
  vec3 normal = normalize(vNormal);
  vec3 sun = normalize(vec3(0.0, 0.42, -1.0));
  float lit = max(0.0, dot(normal, sun));
  float rim = pow(1.0 - abs(normal.y), 1.5);
  // Lines of equal frequency, as fine as the screen allows.
  float band = vAcross * 32.0;
  float wide = fwidth(band);
  float line = (1.0 - smoothstep(0.0, wide * 1.4, abs(fract(band) - 0.5) )) * (1.0 - smoothstep(0.12, 0.6, wide));
  float crest = pow(vValue, 2.2);
  float distance = clamp(-vWorld.z / uDepth, 0.0, 1.0);
  float past = smoothstep(-0.16, -0.005, (vTime - uSeconds) / uAhead);
  vec3 deep = hue * hue * 1.3;
  vec3 dark = uBackground + deep * (0.02 + 0.16 * lit * (0.2 + vValue) + 0.2 * rim * vValue) + mix(deep, hue, crest) * 0.75 * crest;
  dark += hue * line * (0.03 + 0.34 * vValue);
  dark += (hue * 0.75 + 0.06) * vLive * vLive * (0.55 + 0.4 * uPulse);
  vec3 light = mix(uBackground * 0.97, hue, clamp(0.10 + 1.05 * pow(vValue, 1.15) + 0.25 * rim * vValue, 0.0, 1.0));
  light = mix(light, light * (0.62 + 0.46 * lit), 0.85);
  light = mix(light, uInk, line * (0.07 + 0.2 * vValue) + vLive * vLive * 0.45);
  vec3 colour = mix(dark, light, uIsLight);
  float haze = smoothstep(0.42, 1.0, distance);
  float gone = max(haze, 1.0 - mix(0.25, 1.0, past) * smoothstep(-0.16, -0.1, (vTime - uSeconds) / uAhead));
  gl_FragColor = vec4(colour, 1.0 - gone);
  #include <colorspace_fragment>
}`;

/** A ribbon across the land at a time of its own. `uv.x` goes across, `uv.y` is the thin side. */
export const RIBBON_VERTEX = /* glsl */ `
${LAND}
attribute float aTime;
attribute float aStrength;
attribute float aThick;
varying float vStrength;
varying float vSide;
void main() {
  float across = uv.x;
  vec3 point = vec3((across - 0.5) * uWidth, heightOf(across, aTime) + 0.012, zOf(aTime));
  vec4 view = modelViewMatrix * vec4(point, 1.0);
  // As thick on the screen wherever it is, and never thinner than the eye can see.
  view.y += (uv.y - 0.5) * aThick * (0.35 + 0.065 * -view.z);
  vStrength = aStrength;
  vSide = uv.y;
  vAcross = across;
  vValue = stored(across, aTime);
  vLive = texture2D(uLive, vec2(across, 0.5)).r;
  vTime = aTime;
  vWorld = point;
  gl_Position = projectionMatrix * view;
}`;

export const RIBBON_FRAGMENT = /* glsl */ `
uniform vec3 uColour;
uniform vec3 uInk;
uniform float uDepth;
uniform float uIsLight;
uniform float uIsNow;
varying float vStrength;
varying float vSide;
varying float vAcross;
varying float vLive;
varying float vValue;
varying float vTime;
varying vec3 vWorld;
void main() {
  float core = 1.0 - abs(vSide - 0.5) * 2.0;
  float ends = smoothstep(0.0, 0.05, vAcross) * (1.0 - smoothstep(0.95, 1.0, vAcross));
  float haze = 1.0 - smoothstep(0.4, 1.0, clamp(-vWorld.z / uDepth, 0.0, 1.0));
  vec3 bright = mix(uColour, vec3(1.0), uIsNow * (0.35 + 0.45 * vLive));
  vec3 colour = mix(bright * (1.0 + uIsNow * 1.1 * vLive), mix(uColour, uInk, uIsNow * 0.8), uIsLight);
  gl_FragColor = vec4(colour, pow(core, 1.3) * ends * haze * vStrength);
  #include <colorspace_fragment>
}`;

/** The sky stands behind everything: one triangle over the whole picture. */
export const SKY_VERTEX = /* glsl */ `
varying vec2 vPlace;
void main() {
  vPlace = position.xy;
  gl_Position = vec4(position.xy, 0.99999, 1.0);
}`;

export const SKY_FRAGMENT = /* glsl */ `
uniform vec3 uBackground;
uniform vec3 uKey;
uniform vec3 uUp;
uniform float uHorizon;
uniform float uAspect;
uniform float uLevel;
uniform float uLowLevel;
uniform float uPulse;
uniform float uIsLight;
uniform float uSeed;
uniform float uDrift;
varying vec2 vPlace;

float hash(vec2 at) {
  vec3 p = fract(vec3(at.xyx) * 0.1031 + uSeed);
  p += dot(p, p.yzx + 33.33);
  return fract((p.x + p.y) * p.z);
}
void main() {
  float above = vPlace.y - uHorizon;
  float across = vPlace.x * uAspect;
  float sun = exp(-(across * across * 1.3 + above * above * 9.0));
  float band = exp(-abs(above) * 9.0);
  float curtain = 0.5 + 0.5 * sin(across * 2.3 + uDrift + sin(across * 1.1 - uDrift * 0.6) * 1.7);
  float aurora = exp(-pow(above - 0.18 - 0.16 * curtain, 2.0) * 16.0) * (0.35 + 0.65 * curtain);
  float strength = 0.07 + 0.24 * uLevel;
  vec3 glow = uKey * (sun * (strength + 0.12 * uLowLevel + 0.10 * uPulse) + band * (0.04 + 0.10 * uLevel));
  glow += uUp * aurora * (0.03 + 0.09 * uLevel) * step(0.0, above);
  vec2 cell = floor(vec2(across, vPlace.y) * 70.0);
  vec2 inside = fract(vec2(across, vPlace.y) * 70.0) - 0.5;
  float star = step(0.985, hash(cell)) * (1.0 - smoothstep(0.0, 0.22, length(inside))) * smoothstep(0.02, 0.5, above);
  vec3 dark = uBackground + glow + vec3(0.6, 0.7, 0.85) * star * (0.2 + 0.5 * hash(cell + 7.0));
  vec3 light = mix(uBackground, uKey, clamp(sun * (0.12 + 0.3 * uLevel) + band * 0.12, 0.0, 0.6));
  gl_FragColor = vec4(mix(dark, light, uIsLight), 1.0);
  #include <colorspace_fragment>
}`;
