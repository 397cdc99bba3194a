import { COVER_SIZE, type CoverShape, type CoverValues, coverArt, type Point } from "./cover-art";
import { COVER_STEPS, coverKey } from "./cover-props";

/** Covers that are kept drawn, about 1 kB each. */
const KEPT_MAX = 2000;
const kept = new Map<string, string>();

/** What stands in the `<svg>` of a cover, 1000 by 1000. It is drawn once for the same sound. */
export function coverPaths(values: CoverValues): string {
  const key = coverKey(values);
  const paths = kept.get(key) ?? draw(values);
  // The one asked for last is forgotten last.
  kept.delete(key);
  kept.set(key, paths);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_MAX) break;
    kept.delete(oldest);
  }
  return paths;
}

function draw(values: CoverValues): string {
  const { background, shapes } = coverArt(values);
  return `<path d="M0 0h${COVER_STEPS}v${COVER_STEPS}H0z" fill="${background}"/>${pathsOf(shapes)}`;
}

/** Shapes of one colour that follow each other are one path. */
function pathsOf(shapes: readonly CoverShape[]): string {
  const paths: { way: string; fill: string }[] = [];
  for (const { points, fill } of shapes) {
    const last = paths.at(-1);
    if (last?.fill === fill) last.way += outline(points);
    else paths.push({ way: outline(points), fill });
  }
  return paths.map(({ way, fill }) => `<path d="${way}" fill="${fill}"/>`).join("");
}

/** Each point as its distance from the one before, which takes half the letters. */
function outline(points: readonly Point[]): string {
  let [x, y] = [0, 0];
  const way = points.map((point, at) => {
    const [nextX, nextY] = [steps(point[0]), steps(point[1])];
    const [dx, dy] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    const first = at === 0 ? "M" : at === 1 ? "l" : dx < 0 ? "" : " ";
    return `${first}${dx}${dy < 0 ? "" : " "}${dy}`;
  });
  return `${way.join("")}z`;
}

const steps = (place: number) => Math.round((place * COVER_STEPS) / COVER_SIZE);
