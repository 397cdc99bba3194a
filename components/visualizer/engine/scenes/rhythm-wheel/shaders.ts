export const BACK_VERTEX = /* glsl */ `
varying vec2 vPlace;
void main() {
  vPlace = position.xy;
  gl_Position = vec4(position.xy, 0.99999, 1.0);
}`;

export const BACK_FRAGMENT = /* glsl */ `
uniform vec3 uBackground;
uniform vec3 uKey;
uniform vec3 uUp;
uniform float uAspect;
uniform float uLevel;
uniform float uIsLight;
varying vec2 vPlace;
void main() {
  vec2 at = vec2(vPlace.x * max(uAspect, 1.0), vPlace.y / min(uAspect, 1.0));
  float far = dot(at, at);
  float glow = exp(-far * 1.1) * (0.035 + 0.075 * uLevel);
  float upper = exp(-pow(vPlace.y - 0.9, 2.0) * 2.2) * 0.02;
  vec3 colour = uBackground + (uKey * glow + uUp * upper) * mix(1.0, 0.0, uIsLight);
  colour = mix(colour, mix(uBackground, uKey, glow * 1.4), uIsLight);
  gl_FragColor = vec4(colour, 1.0);
  #include <colorspace_fragment>
}`;

export const WHEEL_VERTEX = /* glsl */ `
varying vec2 vPlace;
uniform float uReach;
void main() {
  vPlace = (uv - 0.5) * 2.0 * uReach;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(vPlace, 0.0, 1.0);
}`;

/**
 * The whole wheel in polar coordinates, `at` being turns clockwise from the top. `uRing`: red is what has gathered, and
 * green, blue and alpha are bass, middle and treble of a typical bar.
 */
export const WHEEL_FRAGMENT = /* glsl */ `
uniform sampler2D uRing;
uniform vec3 uLow;
uniform vec3 uMid;
uniform vec3 uHigh;
uniform vec3 uKey;
uniform vec3 uAcross;
uniform vec3 uText;
uniform float uBins;
uniform float uHand;
uniform float uHasHand;
uniform float uTurns;
uniform float uBeats;
uniform float uHasBeats;
uniform float uOffBeat;
uniform float uPulse;
uniform vec3 uBands;
uniform float uIsLight;
varying vec2 vPlace;

const float TURN = 6.28318530718;
vec3 colour = vec3(0.0);
float cover = 0.0;

/** Lays a colour over what is there. */
void lay(vec3 paint, float share) {
  share = clamp(share, 0.0, 1.0);
  colour = mix(colour, paint, share);
  cover = max(cover, share);
}
float ring(float radius, float middle, float thick, float soft) {
  return 1.0 - smoothstep(thick, thick + soft, abs(radius - middle));
}
/** A band around its own circle, as thick as it is loud. */
float lobe(float radius, float middle, float loud, float soft) {
  return 1.0 - smoothstep(-soft, soft, abs(radius - middle) - (0.006 + 0.078 * loud));
}
void main() {
  float radius = length(vPlace);
  float at = fract(atan(vPlace.x, vPlace.y) / TURN);
  float soft = fwidth(radius) * 1.2 + 0.0015;
  vec4 bar = texture2D(uRing, vec2(at, 0.5));
  float gathered = texture2D(uRing, vec2(at + 0.5 / uBins, 0.5)).r;
  float since = fract(uHand - at);
  float tail = exp(-since * 7.0) * uHasHand;
  float swept = mix(0.42, 1.0, tail);

  // The bass is a light around the ring, and each beat runs outwards from it.
  float outside = smoothstep(1.0 - soft, 1.0 + soft, radius);
  lay(uKey * mix(0.8, 1.0, uIsLight), outside * exp((1.0 - radius) * 4.2) * (0.06 + 0.3 * uBands.r) * mix(1.0, 0.6, uIsLight));
  float front = 1.03 + 0.62 * (1.0 - uPulse);
  lay(mix(uKey, uAcross, 0.35), outside * exp(-abs(radius - front) * 30.0) * uPulse * uPulse * 0.6);

  // Bass, middle and treble of a typical bar, each brighter when it sounds.
  vec3 sounding = 0.55 + 0.75 * uBands;
  lay(mix(uLow * sounding.r * 1.15, uLow, uIsLight), lobe(radius, 0.44, bar.g, soft) * mix(0.72, 1.0, tail) * (0.5 + 0.5 * bar.g));
  lay(mix(uMid * sounding.g * 1.15, uMid, uIsLight), lobe(radius, 0.63, bar.b, soft) * mix(0.72, 1.0, tail) * (0.5 + 0.5 * bar.b));
  lay(mix(uHigh * sounding.b * 1.15, uHigh, uIsLight), lobe(radius, 0.81, bar.a, soft) * mix(0.72, 1.0, tail) * (0.5 + 0.5 * bar.a));

  // What has gathered: rays that grow with every bar that has an onset there.
  float ray = 1.06 + 0.36 * gathered;
  float inRay = smoothstep(1.045 - soft, 1.045 + soft, radius) * (1.0 - smoothstep(ray - soft, ray + soft, radius));
  float tip = exp(-abs(radius - ray) * 42.0) * step(0.04, gathered);
  float grain = 1.0 - smoothstep(0.26, 0.42, abs(fract(at * uBins + 0.5) - 0.5));
  vec3 rayColour = mix(uKey, uAcross, smoothstep(1.08, 1.4, radius));
  lay(mix(rayColour * (0.8 + 0.7 * tail), rayColour, uIsLight), inRay * step(0.02, gathered) * mix(0.4, 1.0, grain) * (0.55 + 0.45 * swept));
  lay(mix(rayColour * 1.5, rayColour, uIsLight), tip * smoothstep(1.03, 1.06, radius) * 0.8);

  // The groove that passed onsets lie in.
  float age = (radius - 1.66) / 0.13;
  float groove = fract(uTurns - age - at);
  groove = min(groove, 1.0 - groove) * 0.13;
  float kept = step(0.0, age) * step(age, uTurns) * (1.0 - smoothstep(2.0, 13.0, age));
  lay(uKey, (1.0 - smoothstep(0.003, 0.003 + soft, groove)) * kept * mix(0.22, 0.3, uIsLight));

  // The ring, its beats, and the places half way between them.
  lay(uText, ring(radius, 1.0, 0.004, soft) * 0.85);
  float beat = abs(fract(at * uBeats + 0.5) - 0.5) / uBeats * TURN * radius;
  float between = abs(fract(at * uBeats) - 0.5) / uBeats * TURN * radius;
  float lineSoft = soft * 1.1;
  float one = step(min(at, 1.0 - at), 0.5 / uBeats);
  lay(uText, (1.0 - smoothstep(0.005, 0.005 + lineSoft, beat)) * ring(radius, 0.985, 0.05 + 0.035 * one, soft) * uHasBeats);
  lay(uText, (1.0 - smoothstep(0.003, 0.003 + lineSoft, between)) * ring(radius, 0.985, 0.022, soft) * 0.65 * uHasBeats);

  // Swing: from where a straight off-beat would be to where it falls.
  float inBeat = fract(at * uBeats);
  float swing = smoothstep(0.5 - 0.004, 0.5 + 0.004, inBeat) * (1.0 - smoothstep(uOffBeat - 0.004, uOffBeat + 0.004, inBeat));
  lay(uAcross, swing * step(0.51, uOffBeat) * ring(radius, 0.93, 0.016, soft) * 0.9 * uHasBeats);

  // The hand, and the light that it trails.
  lay(uKey, exp(-since * 9.0) * uHasHand * 0.28 * smoothstep(0.30, 0.34, radius) * (1.0 - smoothstep(1.0, 1.01, radius)));
  float besides = min(since, 1.0 - since) * TURN * radius;
  float hand = 1.0 - smoothstep(0.006, 0.006 + lineSoft, besides);
  lay(mix(mix(uKey, vec3(1.0), 0.7) * 1.5, uText, uIsLight), hand * uHasHand * smoothstep(0.30, 0.31, radius) * (1.0 - smoothstep(1.40, 1.41, radius)));

  // The middle, which beats.
  float core = 0.285 + 0.02 * uPulse;
  lay(mix(uKey * (0.16 + 0.55 * uPulse), mix(vec3(1.0), uKey, 0.16 + 0.3 * uPulse), uIsLight), (1.0 - smoothstep(core - soft, core + soft, radius)) * 0.92);
  lay(uKey, ring(radius, core, 0.006, soft));
  gl_FragColor = vec4(colour, cover);
  #include <colorspace_fragment>
}`;

/** Onsets that have passed: a groove that winds outwards, as on a record. */
export const GROOVE_VERTEX = /* glsl */ `
attribute float aTurns;
uniform float uTurns;
uniform float uPixels;
uniform float uPulse;
varying float vAge;
varying float vFade;
varying float vFresh;
void main() {
  float age = uTurns - aTurns;
  float angle = fract(aTurns) * 6.28318530718;
  float radius = 1.66 + max(0.0, age) * 0.13;
  vFresh = exp(-max(0.0, age) * 14.0);
  vFade = step(0.0, age) * (1.0 - smoothstep(5.0, 20.0, age));
  vAge = age;
  vec3 point = vec3(sin(angle) * radius, cos(angle) * radius, 0.02 + 0.16 * vFresh);
  vec4 view = modelViewMatrix * vec4(point, 1.0);
  gl_Position = projectionMatrix * view;
  gl_PointSize = uPixels * (0.042 + 0.085 * vFresh) / -view.z;
  if (vFade <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

export const GROOVE_FRAGMENT = /* glsl */ `
uniform vec3 uKey;
uniform vec3 uAcross;
uniform float uIsLight;
varying float vAge;
varying float vFade;
varying float vFresh;
void main() {
  float away = length(gl_PointCoord - 0.5) * 2.0;
  float disc = 1.0 - smoothstep(0.55, 1.0, away);
  vec3 paint = mix(uKey, uAcross, clamp(vFresh + 0.25 * fract(vAge * 0.13), 0.0, 1.0));
  gl_FragColor = vec4(paint * mix(0.9 + 1.2 * vFresh, 1.0, uIsLight), disc * vFade * mix(0.8, 0.7, uIsLight));
  #include <colorspace_fragment>
}`;
