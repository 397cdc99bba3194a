import { describe, expect, it } from "vitest";
import { oklch } from "@/lib/format/oklch";
import { type GalaxyPoints, NO_KEY } from "@/lib/galaxy/schema";
import { COLOURINGS, fifthOf, paint } from "./colours";

const points: GalaxyPoints = {
  count: 6,
  layout: 1,
  ids: new Uint8Array(96),
  positions: new Float32Array(18),
  bpmTenths: Uint16Array.of(0, 799, 800, 1240, 1700, 1600),
  // C, A minor, F♯, none, D minor, F.
  keys: Uint8Array.of(0, 21, 6, NO_KEY, 14, 5),
  kinds: Uint8Array.of(0, 1, 2, 3, 2, 2),
  tags: Uint8Array.of(255, 0, 1, 12, 0, 1),
};
const TAGS = ["dark", "bright"];
const counts = (colouring: (typeof COLOURINGS)[number]) =>
  Object.fromEntries(paint(points, colouring, "dark", TAGS).entries.map(({ label, count }) => [label, count]));

describe("the colours of points", () => {
  it("say the type, the key, the tempo or the tag, and the legend counts them", () => {
    expect(counts("type")).toEqual({ "One-shots": 1, Loops: 3, Tracks: 1, "No type": 1 });
    expect(counts("tempo")).toMatchObject({
      "Under 80": 1,
      "80–99": 1,
      "120–139": 1,
      "160 and more": 2,
      "No tempo": 1,
    });
    expect(counts("key")).toMatchObject({ "C · Am": 2, "F · Dm": 2, "F♯ · E♭m": 1, "No key": 1 });
    expect(counts("tag")).toEqual({ dark: 2, bright: 2, "Other or no tag": 2 });
  });

  it("go round the circle of fifths, where relatives share a hue and minor is darker", () => {
    expect([0, 7, 2, 9, 4, 11, 6, 1, 8, 3, 10, 5].map(fifthOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(fifthOf(21)).toBe(fifthOf(0));
    const { rgb } = paint(points, "key", "dark", TAGS);
    const sum = (at: number) => (rgb[at * 3] ?? 0) + (rgb[at * 3 + 1] ?? 0) + (rgb[at * 3 + 2] ?? 0);
    expect(sum(1)).toBeLessThan(sum(0));
  });

  it("differ from line to line in both themes, and stand out from the background", () => {
    const luminance = ([r, g, b]: readonly number[]) => {
      const linear = (value = 0) => (value / 255) ** 2.2;
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const backgrounds = { dark: luminance([7, 11, 16]), light: luminance([239, 243, 246]) };
    for (const theme of ["dark", "light"] as const) {
      for (const colouring of COLOURINGS) {
        const { entries } = paint(points, colouring, theme, TAGS);
        expect(new Set(entries.map(({ rgb }) => rgb.join())).size).toBe(entries.length);
        for (const { rgb, label } of entries) {
          const [a, b] = [luminance(rgb), backgrounds[theme]];
          const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
          expect(contrast, `${label} in ${theme}`).toBeGreaterThan(3);
        }
      }
    }
  });

  it("are those of OKLCH", () => {
    expect(oklch(1, 0, 0)).toEqual([255, 255, 255]);
    expect(oklch(0, 0, 0)).toEqual([0, 0, 0]);
    const [red, green, blue] = oklch(0.628, 0.2577, 29.23);
    expect(red).toBeGreaterThan(252);
    expect(Math.max(green, blue)).toBeLessThan(6);
  });
});
