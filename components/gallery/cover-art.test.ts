import { describe, expect, it } from "vitest";
import { COVER_SIZE, type CoverArt, type CoverValues, coverArt, type Point } from "./cover-art";
import { toHex } from "./cover-colour";

const GRID = 16;

/** Numbers that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const overviewOf = (levels: readonly number[]) =>
  btoa(String.fromCharCode(...levels.map((level) => Math.round(Math.min(1, Math.max(0, level)) * 255))));

/** Sounds as libraries have them: hits that decay, loops of beats, tracks that swell, and some of which nothing is known. */
function madeUp(index: number): CoverValues {
  const random = chance(index * 7919 + 17);
  for (let warm = 0; warm < 5; warm++) random();
  const kind = (["one-shot", "loop", "track", null] as const)[Math.floor(random() * 4)] ?? null;
  const beats = 2 ** Math.floor(1 + random() * 4);
  const decay = 2 + random() * 10;
  const shape = (at: number) => {
    if (kind === "one-shot") return Math.exp(-decay * at);
    if (kind === "loop") return Math.exp(-3 * ((at * beats) % 1));
    return 0.5 + 0.4 * Math.sin(at * decay);
  };
  const hasKey = random() < 0.75;
  return {
    kind,
    bpm: kind === "one-shot" ? null : 70 + Math.floor(random() * 110),
    keyTonic: hasKey ? Math.floor(random() * 12) : null,
    keyMode: hasKey ? (random() < 0.5 ? "major" : "minor") : null,
    lufs: -30 + random() * 24,
    seconds: 0.2 + random() * 200,
    overview: overviewOf(Array.from({ length: 96 }, (_, at) => shape(at / 96) * (0.7 + 0.3 * random()))),
  };
}

function isInside([x, y]: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (let at = 0, before = polygon.length - 1; at < polygon.length; before = at++) {
    const [[ax, ay], [bx, by]] = [polygon[at] as Point, polygon[before] as Point];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

/** As a screen shows it, very small: red, green and blue of each field. */
function raster({ background, shapes }: CoverArt): number[] {
  const field = COVER_SIZE / GRID;
  return Array.from({ length: GRID * GRID }, (_, at) => {
    const point: Point = [((at % GRID) + 0.5) * field, (Math.floor(at / GRID) + 0.5) * field];
    return rgb(shapes.findLast(({ points }) => isInside(point, points))?.fill ?? background);
  }).flat();
}

/** Mean difference of a channel: 0 for the same picture, 1 for black and white. */
const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;

describe("the covers of 200 sounds", () => {
  const covers = Array.from({ length: 200 }, (_, index) => raster(coverArt(madeUp(index))));
  const distances = covers.flatMap((cover, at) => covers.slice(0, at).map((other) => distance(cover, other)));
  const mean = distances.reduce((sum, value) => sum + value, 0) / distances.length;

  it("differ from each other by a fifth of the scale on average", () => {
    expect(mean).toBeGreaterThan(0.2);
  });

  it("are never nearly the same, for any two", () => {
    expect(Math.min(...distances)).toBeGreaterThan(0.05);
  });
});

describe("a cover", () => {
  const values = madeUp(3);

  it("is the same each time", () => {
    expect(coverArt(values)).toEqual(coverArt({ ...values }));
  });

  it("has the hue of its key, and its relative's", () => {
    const inKey = (keyTonic: number, keyMode: "major" | "minor") =>
      coverArt({ ...values, keyTonic, keyMode }).background;
    // C major and A minor: the same hue, but major is lighter.
    const hueOf = (hex: string) => {
      const [red = 0, green = 0, blue = 0] = rgb(hex);
      return Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue);
    };
    expect(hueOf(inKey(0, "major"))).toBeCloseTo(hueOf(inKey(9, "minor")), 0);
    expect(inKey(0, "major")).not.toBe(inKey(6, "major"));
  });

  it("is drawn of anything", () => {
    const nothing = { kind: null, bpm: null, keyTonic: null, keyMode: null, lufs: null, seconds: 0, overview: null };
    const { background, shapes } = coverArt(nothing);
    expect(background).toMatch(/^#[0-9a-f]{6}$/);
    for (const { points } of shapes) expect(points.flat().every(Number.isFinite)).toBe(true);
    expect(coverArt({ ...nothing, overview: overviewOf(Array.from({ length: 96 }, () => 0)) }).shapes).not.toEqual([]);
  });
});

describe("a colour", () => {
  it("is cut to what a screen shows", () => {
    expect(toHex({ l: 1, c: 0, h: 0 })).toBe("#ffffff");
    expect(toHex({ l: 0, c: 0, h: 0 })).toBe("#000000");
    expect(toHex({ l: 0.7, c: 0.4, h: 30 })).toMatch(/^#[0-9a-f]{6}$/);
  });
});
