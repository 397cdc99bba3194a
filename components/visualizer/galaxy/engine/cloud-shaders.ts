/**
 * One point: its place between the old and the new one, and its size by distance. Every `uHaloEvery`th also carries a wide
 * halo, so that dense places glow without each point paying for it.
 */
export const CLOUD_VERTEX = /* glsl */ `
attribute vec3 from;
attribute vec3 tint;
attribute float fade;
attribute float mark;
attribute float kind;
uniform float uShare;
uniform float uReveal;
uniform float uRadius;
uniform float uPixels;
uniform float uLeastPx;
uniform int uHaloEvery;
uniform vec2 uFog;
varying vec3 vTint;
varying float vAlpha;
varying float vHalo;
varying float vScale;
varying float vRing;
varying float vMark;
varying float vFog;

void main() {
  vec4 seen = modelViewMatrix * vec4(mix(from, position, uShare), 1.0);
  gl_Position = projectionMatrix * seen;
  float depth = max(0.001, -seen.z);
  // Born from the middle outwards.
  float born = smoothstep(0.0, 0.35, uReveal * 1.35 - 0.6 * length(position));
  float isTrack = step(2.5, kind);
  float size = uRadius * (1.0 + 0.55 * isTrack) * (mark > 0.5 ? 1.5 : 1.0);
  float px = size * uPixels / depth;
  // What is smaller than can be drawn is fainter instead.
  float seenPx = max(px, uLeastPx);
  float thin = clamp(px / seenPx, 0.45, 1.0);
  seenPx = min(seenPx, 46.0 * uLeastPx / 1.6) * mix(0.3, 1.0, born);
  float isHalo = uHaloEvery > 0 && gl_VertexID % uHaloEvery == 0 ? 1.0 : 0.0;
  isHalo *= step(0.5, fade);
  float halo = 0.24 * uPixels / depth;
  vHalo = isHalo * born;
  // The quad has room for the glow around the core.
  float quad = max(seenPx * 2.3, isHalo * min(halo, 230.0));
  vScale = quad / seenPx;
  gl_PointSize = quad * 2.0 * step(0.002, fade);
  if (fade < 0.002) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vTint = tint;
  vFog = smoothstep(uFog.x, uFog.y, depth);
  // Right before the eye it dissolves.
  vAlpha = fade * thin * born * smoothstep(0.02, 0.14, depth) * (1.0 - 0.72 * vFog);
  vRing = step(1.5, kind) * (1.0 - isTrack) * smoothstep(3.0, 7.0, seenPx);
  vMark = mark;
}
`;

/** A soft disc, or a ring for a loop, in premultiplied colour: the less alpha, the more it adds to what is behind. */
export const CLOUD_FRAGMENT = /* glsl */ `
uniform float uAdds;
uniform vec3 uInk;
uniform vec3 uBackground;
varying vec3 vTint;
varying float vAlpha;
varying float vHalo;
varying float vScale;
varying float vRing;
varying float vMark;
varying float vFog;

void main() {
  float wide = length(gl_PointCoord * 2.0 - 1.0);
  float at = wide * vScale;
  float core = 1.0 - smoothstep(0.5, 1.0, at);
  core *= 1.0 - vRing * 0.75 * (1.0 - smoothstep(0.25, 0.6, at));
  float glow = 0.2 * exp(-1.6 * at * at) * (1.0 - smoothstep(1.6, 2.3, at));
  float mist = vHalo * 0.15 * pow(max(0.0, 1.0 - wide), 1.8);
  float marked = step(0.5, vMark);
  float alpha = max(core * 0.88, glow) * vAlpha;
  vec3 colour = mix(vTint, uInk, 0.55 * marked * step(at, 1.0));
  // A little light in the middle gives the disc a body.
  colour = mix(colour, mix(colour, uInk, 0.35), core * (1.0 - smoothstep(0.0, 0.6, at)) * uAdds);
  colour = mix(colour, uBackground, 0.4 * vFog);
  float all = alpha + mist * vAlpha;
  gl_FragColor = vec4(colour * all, all * (1.0 - uAdds));
}
`;
