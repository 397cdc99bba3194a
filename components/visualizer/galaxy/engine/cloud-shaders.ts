/** Where a point is seen, and how far away: between its old and its new place. Both shaders begin with it. */
const PLACE = /* glsl */ `
attribute vec3 from;
attribute vec3 tint;
attribute float fade;
uniform float uShare;
uniform float uReveal;
uniform float uPixels;
uniform vec2 uFog;

// There at once, though faint; in full colour from the middle outwards.
float reveal() {
  return mix(0.45, 1.0, smoothstep(0.0, 0.35, uReveal * 1.35 - 0.6 * length(position)));
}
`;

/**
 * One point: its size by distance, and all of its colour that is the same over it. Most are a pixel or two, so whatever is
 * worked out here is not worked out for each pixel.
 */
export const CLOUD_VERTEX = /* glsl */ `
${PLACE}
attribute float mark;
attribute float kind;
uniform float uRadius;
uniform float uLeastPx;
uniform float uAdds;
uniform vec3 uInk;
uniform vec3 uBackground;
varying vec3 vTint;
varying vec3 vLight;
varying float vAlpha;
varying float vGlow;
varying float vScale;
varying float vRing;

void main() {
  vec4 seen = modelViewMatrix * vec4(mix(from, position, uShare), 1.0);
  gl_Position = fade < 0.002 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * seen;
  float depth = max(0.001, -seen.z);
  float born = reveal();
  float isMarked = step(0.5, mark);
  float isTrack = step(2.5, kind);
  float px = uRadius * (1.0 + 0.55 * isTrack) * (1.0 + 0.5 * isMarked) * uPixels / depth;
  // What is smaller than can be drawn is fainter instead.
  float seenPx = min(max(px, uLeastPx), 40.0 * uLeastPx) * mix(0.6, 1.0, born);
  float thin = clamp(px / max(px, uLeastPx), 0.45, 1.0);
  // Only what is large enough to be looked at has a glow of its own, and a square with room for it.
  vGlow = 0.3 * smoothstep(2.5, 5.0, seenPx / uLeastPx);
  vScale = 1.0 + 1.3 * step(0.001, vGlow);
  gl_PointSize = 2.0 * seenPx * vScale;
  float fog = smoothstep(uFog.x, uFog.y, depth);
  vec3 colour = mix(tint, uInk, 0.55 * isMarked);
  vTint = mix(colour, uBackground, 0.4 * fog);
  // A little light in the middle gives the disc a body.
  vLight = (uInk - colour) * 0.35 * uAdds;
  // Right before the eye it dissolves.
  vAlpha = fade * thin * born * smoothstep(0.02, 0.14, depth) * (1.0 - 0.72 * fog);
  vRing = 0.75 * step(1.5, kind) * (1.0 - isTrack) * smoothstep(3.0, 7.0, seenPx);
}
`;

/** A soft disc, or a ring for a loop, in premultiplied colour: the less alpha, the more it adds to what is behind. */
export const CLOUD_FRAGMENT = /* glsl */ `
uniform float uAdds;
varying vec3 vTint;
varying vec3 vLight;
varying float vAlpha;
varying float vGlow;
varying float vScale;
varying float vRing;

void main() {
  float wide = length(gl_PointCoord * 2.0 - 1.0);
  float at = wide * vScale;
  float core = clamp(2.0 - 2.0 * at, 0.0, 1.0) * (1.0 - vRing * clamp(1.7 - 2.9 * at, 0.0, 1.0));
  float away = max(0.0, 1.0 - wide);
  float alpha = max(0.88 * core, vGlow * away * away) * vAlpha;
  vec3 colour = vTint + vLight * max(0.0, 1.0 - 1.6 * at);
  gl_FragColor = vec4(colour * alpha, alpha * (1.0 - uAdds));
}
`;

/** The wide halo of one of the points that stand for those around them. */
export const HALO_VERTEX = /* glsl */ `
${PLACE}
uniform float uRadius;
varying vec3 vTint;
varying float vAlpha;

void main() {
  vec4 seen = modelViewMatrix * vec4(mix(from, position, uShare), 1.0);
  float depth = max(0.001, -seen.z);
  float isSeen = step(0.5, fade) * smoothstep(0.02, 0.14, depth);
  gl_Position = isSeen == 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * seen;
  gl_PointSize = 2.0 * uRadius * uPixels / depth;
  vTint = tint;
  vAlpha = isSeen * reveal() * (1.0 - 0.72 * smoothstep(uFog.x, uFog.y, depth));
}
`;

export const HALO_FRAGMENT = /* glsl */ `
uniform float uAdds;
uniform float uStrength;
varying vec3 vTint;
varying float vAlpha;

void main() {
  float away = max(0.0, 1.0 - length(gl_PointCoord * 2.0 - 1.0));
  float alpha = uStrength * vAlpha * away * away;
  gl_FragColor = vec4(vTint * alpha, alpha * (1.0 - uAdds));
}
`;

/** The background with the haze before it, at one corner of a coarse net: between corners it is mixed, for next to nothing. */
export const BACKDROP_VERTEX = /* glsl */ `
uniform sampler2D uHaze;
uniform vec3 uBackground;
varying vec3 vColour;

void main() {
  vec4 haze = texture2D(uHaze, position.xy * 0.5 + 0.5);
  vColour = uBackground * (1.0 - haze.a) + haze.rgb;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;

/** A grain too fine to see hides the steps of dark colours. */
export const BACKDROP_FRAGMENT = /* glsl */ `
varying vec3 vColour;

void main() {
  float grain = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
  gl_FragColor = vec4(vColour + grain / 255.0, 1.0);
}
`;
