import { FINISH_GLSL, PAINT_GLSL } from "@/components/visualizer/engine/look";
import { NOW_RADIUS } from "./journey";
import { PATTERNS, ROWS_PER_BEAT, WALL_CELLS, WALL_ROWS } from "./wall";

/** Beats after which the turning of the wall, and all that repeats along it, begins anew. */
export const PERIOD_BEATS = 64;

export const TUNNEL_FRAGMENT = /* glsl */ `
${PAINT_GLSL}
uniform sampler2D uWall;
uniform vec3 uBackground;
uniform vec3 uText;
uniform vec3 uLow;
uniform vec3 uMid;
uniform vec3 uHigh;
uniform vec3 uAccent;
uniform vec2 uStretch;
uniform float uPixel;
uniform float uDepth;
uniform float uReach;
uniform float uFolds;
uniform vec2 uLitFolds;
uniform float uLitAmount;
uniform float uRoll;
uniform float uTwist;
uniform float uBreath;
uniform float uPulse;
uniform float uLevel;
uniform float uSpectrum[64];
varying vec2 vScreen;

const float CELLS = ${WALL_CELLS}.0;
const float ROWS = ${ROWS_PER_BEAT}.0;
const float NOW = ${NOW_RADIUS.toFixed(4)};

vec4 over(vec4 below, vec4 above) {
  return above + below * (1.0 - above.a);
}
vec4 wallAt(float cell, float row) {
  int wrapped = int(mod(row, ${WALL_ROWS}.0));
  return texelFetch(uWall, ivec2(int(clamp(cell, 0.0, CELLS - 1.0)), wrapped), 0);
}
vec3 colourOf(float band, float pattern) {
  float at = clamp(band + (pattern - 1.5) * 0.08, 0.0, 1.0);
  return mix(mix(uLow, uMid, smoothstep(0.0, 0.5, at)), uHigh, smoothstep(0.45, 1.0, at));
}
/** What is heard now at a band: a smooth curve through eight places. */
float heardNow(float band) {
  float at = band * 60.0;
  float sum = 0.0;
  float weights = 0.0;
  for (int i = -4; i <= 5; i++) {
    float place = floor(at) + float(i);
    float weight = exp(-(place - at) * (place - at) * 0.13);
    sum += weight * uSpectrum[int(clamp(place, 0.0, 63.0))];
    weights += weight;
  }
  return sum / weights;
}
/** How far the middle of a cell is inside the shape of a pattern: 0 at its edge, 1 in its middle. */
float insideOf(vec2 at, float pattern, float size) {
  float far = pattern < 0.5 ? max(abs(at.x), abs(at.y))
    : pattern < 1.5 ? abs(at.x) + abs(at.y)
    : pattern < 2.5 ? length(at)
    : max(abs(at.x) + 0.35 * abs(at.y), abs(at.y));
  return (size - far) / size;
}
/** How a pattern bends the rings, from the middle of a segment to its side, in beats. */
float bendOf(float pattern, float band) {
  return pattern < 0.5 ? 0.5 * smoothstep(0.0, 1.0, band)
    : pattern < 1.5 ? band
    : pattern < 2.5 ? 1.5 * sin(band * 1.5708)
    : 1.0 - sqrt(max(0.0, 1.0 - band * band));
}
float chance(vec2 at) {
  return fract(sin(dot(mod(at, 64.0), vec2(12.9898, 78.233))) * 43758.5453);
}
/** A thin line at whole numbers of a coordinate, where a pixel has this size. */
float lineAt(float coordinate, float pixel) {
  float far = abs(fract(coordinate + 0.5) - 0.5);
  return (1.0 - smoothstep(pixel * 0.5, pixel * 1.9, far)) * min(1.0, 0.16 / pixel);
}

void main() {
  vec2 at = vScreen * uStretch * (1.0 - 0.035 * uBreath);
  float radius = max(length(at), 0.004);
  float ahead = uReach * (1.0 / radius - 1.0 / NOW);
  float depth = uDepth + ahead;

  // The wall is fixed: it turns with depth, and the traveller rolls a little.
  float angle = atan(at.y, at.x) + uRoll + uTwist * sin(depth * 6.2831853 / ${PERIOD_BEATS}.0);
  float width = 6.2831853 / uFolds;
  float fold = floor(angle / width);
  float band = abs(angle / width - fold - 0.5) * 2.0;
  fold = mod(fold, uFolds);

  // Sizes of a screen's pixel on the wall: across in segments, along in beats.
  float pixelAcross = uPixel * 2.0 / (width * radius);
  float pixelAlong = uPixel * uReach / (radius * radius);
  float fog = exp(-max(ahead, 0.0) * 0.2 / uReach) * smoothstep(0.03, 0.2, radius) * smoothstep(27.0, 20.0, ahead);
  float behind = smoothstep(-0.8, -0.03, ahead / uReach);
  float place = mod(fold - uLitFolds.x + uFolds, uFolds);
  float isLit = step(place, uLitFolds.y - 0.5) * uLitAmount * exp(-abs(ahead) * 0.9 / uReach);
  float light = fog * mix(0.34, 1.0, behind) * (1.0 + 0.4 * exp(-abs(ahead) * 2.2 / uReach) + 0.8 * isLit);

  float row = floor(depth * ROWS);
  float pattern = floor(wallAt(0.0, row).g * ${PATTERNS - 1}.0 + 0.5);
  float half_ = pattern > 1.5 && pattern < 2.5 ? 0.5 * mod(row, 2.0) : 0.0;
  float across = band * CELLS + half_;
  float cell = floor(across);
  vec4 texel = wallAt(cell, row);
  float energy = texel.r;
  float exists = texel.a;
  vec3 colour = colourOf(band, pattern);
  // Flat sides, each lit from above, with a fold of shade at their seams.
  float side = 0.74 + 0.26 * sin((fold + 0.5) * width - uRoll + (band - 0.5) * width * 0.5);
  float shade = side * (1.0 - 0.25 * band);

  // Two families of curves cross in facets, like cut glass: each beat has one of each.
  float bend = bendOf(pattern, band);
  float slope = abs(bendOf(pattern, min(1.0, band + 0.02)) - bendOf(pattern, max(0.0, band - 0.02))) / 0.04;
  vec2 weave = depth + vec2(bend, -bend);
  float weavePixel = pixelAlong + slope * pixelAcross;
  vec2 facet = floor(weave);
  float glint = chance(facet + vec2(0.0, 17.0));
  float odd = mod(facet.x + facet.y, 2.0);
  // Toward the far end edges would only flicker.
  float sharp = smoothstep(0.08, 0.34, radius);
  vec2 inFacet = fract(weave) - 0.5;
  float cut = 0.75 + 0.5 * dot(inFacet, vec2(0.9, -0.6));
  float glass = (0.022 + 0.05 * odd + 0.09 * glint * glint) * cut * mix(0.4, 1.0, exists);
  glass = mix(0.06, glass, sharp);
  vec4 sum = paint(mix(uHigh, colour, 0.35 + 0.5 * glint), glass * shade * light * mix(1.0, 2.4, uInk));

  // Sound shines along the wall: what is loud is seen before and after its moment.
  float trail = energy;
#ifdef FINE
  trail = 0.34 * energy;
  trail += 0.22 * wallAt(cell, row + 1.0).r + 0.18 * wallAt(cell, row + 2.0).r + 0.12 * wallAt(cell, row + 4.0).r;
  trail += 0.14 * wallAt(cell, row - 1.0).r;
#endif
  float soft = 1.0 - pow(abs(fract(across) * 2.0 - 1.0), 3.0);
  sum = over(sum, paint(colour, trail * trail * soft * shade * light * mix(0.42, 0.6, uInk)));

  vec2 inCell = vec2(fract(across), fract(depth * ROWS)) * 2.0 - 1.0;
  float size = 0.26 + 0.68 * smoothstep(0.0, 0.9, energy);
  float inside = insideOf(inCell, pattern, size);
  float blur = max(pixelAcross * CELLS, pixelAlong * ROWS) * 1.2;
  float crisp = smoothstep(-blur, blur + 0.06, inside * size);
  float tile = mix(crisp * (0.5 + 0.5 * clamp(inside * 1.8, 0.0, 1.0)), 0.4 * size * size, smoothstep(0.5, 1.6, blur));
  vec3 gem = mix(colour, vec3(1.0), 0.3 * energy * energy * clamp(inside * 1.5, 0.0, 1.0) * (1.0 - uInk));
  sum = over(sum, paint(gem, tile * pow(energy, 1.5) * 1.15 * shade * light));

  // The curves begin in the middle of a segment at the depth of their beat. Those of a bar are stronger.
  float strong = max(wallAt(0.0, floor(weave.x) * ROWS).b, wallAt(0.0, floor(weave.x + 0.5) * ROWS).b);
  // Where beats lie close, only those of bars are drawn in full.
  float thin = min(1.0, 1.6 / uReach);
  vec2 lines = vec2(lineAt(weave.x, weavePixel), lineAt(weave.y, weavePixel));
  vec3 metal = mix(uAccent, uText, 0.3);
  sum = over(sum, paint(metal, (lines.x * (0.2 * thin + 0.5 * strong) + lines.y * 0.16 * thin) * light * sharp * (0.8 + 0.2 * uPulse)));
  float halo = exp(-min(abs(fract(weave.x + 0.5) - 0.5), abs(fract(weave.y + 0.5) - 0.5)) * 14.0);
  sum = over(sum, paint(colour, halo * (0.03 + 0.3 * energy) * shade * light * sharp));

  float beat = wallAt(0.0, floor(depth + 0.5) * ROWS).b;
  float ringed = lineAt(depth, pixelAlong);
  sum = over(sum, paint(uText, ringed * beat * beat * 0.5 * light * sharp));

  float seam = (1.0 - band) * width * 0.5 * radius;
  float ridge = band * width * 0.5 * radius;
  float edges = 1.0 - smoothstep(uPixel * 0.4, uPixel * 1.9, seam);
  edges += 0.5 * (1.0 - smoothstep(uPixel * 0.3, uPixel * 1.6, ridge));
  sum = over(sum, paint(mix(uHigh, uText, 0.2), (edges * 0.5 + 0.13 * exp(-seam * 40.0)) * light));

  // The present: a ring that the spectrum bends inwards.
  float heard = abs(radius - NOW) < 0.4 ? heardNow(band) : 0.0;
  float reach = radius - (NOW - 0.2 * heard);
  float ring = 1.0 - smoothstep(uPixel * 1.0, uPixel * 3.0, abs(reach));
  float fill = smoothstep(0.0, uPixel * 2.0, reach) * smoothstep(NOW + uPixel * 2.0, NOW, radius);
  sum = over(sum, paint(colour, fill * (0.1 + 0.45 * heard) + exp(-abs(reach) * 20.0) * (0.06 + 0.4 * heard)));
  sum = over(sum, paint(mix(colour, uText, 0.6), ring * (0.55 + 0.45 * heard)));

  // The far end.
  float core = exp(-radius * radius * 90.0) * 0.6 + exp(-radius * 8.0) * 0.26;
  float rays = 0.8 + 0.2 * cos(band * 3.1416);
  sum = over(sum, paint(mix(uMid, uText, 0.25), core * rays * (0.3 + 0.7 * uLevel) * mix(1.0, 0.5, uInk)));

  float vignette = smoothstep(2.5, 0.5, length(vScreen * vec2(1.0, 0.9)));
  vec3 ground = uBackground * mix(0.55 + 0.6 * vignette, 1.0, uInk);
  vec3 shown = ground * (1.0 - min(sum.a, 1.0)) + sum.rgb * mix(vignette, 1.0, uInk);
  float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
  gl_FragColor = vec4(shown * (1.0 + noise * mix(0.1, 0.008, uInk)), 1.0);
  ${FINISH_GLSL}
}`;
