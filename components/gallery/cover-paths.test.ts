import { describe, expect, it } from "vitest";
import { type CoverValues, coverArt } from "./cover-art";
import { coverPaths } from "./cover-paths";

const track: CoverValues = {
  kind: "track",
  bpm: 128,
  keyTonic: 9,
  keyMode: "minor",
  lufs: -9,
  seconds: 200,
  overview: btoa(String.fromCharCode(...Array.from({ length: 96 }, (_, at) => (at * 37) % 256))),
};
const kinds = ["one-shot", "loop", "track", null] as const;

/** The places that a path goes through, in hundredths of the cover. */
function placesOf(svg: string): [number, number][] {
  const ways = [...svg.matchAll(/ d="([^"]*)"/g)].slice(1).flatMap(([, way = ""]) => way.match(/M[^z]*z/g) ?? []);
  return ways.flatMap((way) => {
    const numbers = (way.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, at): [number, number] => {
      x += numbers[2 * at] ?? 0;
      y += numbers[2 * at + 1] ?? 0;
      return [x / 10, y / 10];
    });
  });
}

describe("a cover as SVG", () => {
  it.each(kinds)("goes through every point of the picture, to a tenth of a hundredth (%s)", (kind) => {
    const { shapes, background } = coverArt({ ...track, kind });
    const svg = coverPaths({ ...track, kind });
    const places = placesOf(svg);
    const points = shapes.flatMap((shape) => shape.points);
    expect(places).toHaveLength(points.length);
    for (const [at, [x, y]] of points.entries()) {
      expect(Math.abs((places[at]?.[0] ?? Number.NaN) - x)).toBeLessThanOrEqual(0.051);
      expect(Math.abs((places[at]?.[1] ?? Number.NaN) - y)).toBeLessThanOrEqual(0.051);
    }
    const colours = [...svg.matchAll(/fill="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour);
    const inOrder = shapes.map(({ fill }) => fill).filter((fill, at, all) => fill !== all[at - 1]);
    expect(colours).toEqual([background, ...inOrder]);
  });

  it("is short: a page has dozens of them", () => {
    for (const kind of kinds) expect(coverPaths({ ...track, kind }).length).toBeLessThan(1500);
  });

  it("is another one when a value is another one, and the same for other words", () => {
    const named = { ...track, title: "<script>" };
    expect(coverPaths(named)).toBe(coverPaths(track));
    expect(coverPaths({ ...track, bpm: 90 })).not.toBe(coverPaths(track));
    expect(coverPaths({ ...track, overview: null })).not.toBe(coverPaths(track));
  });
});
