import { describe, expect, it } from "vitest";
import { luminance, parseColour } from "./colour";
import { paletteOf } from "./palette";

const colours = {
  ...{ background: "rgb(7, 10, 16)", rhythm: "rgb(255, 200, 60)", harmony: "rgb(240, 90, 190)" },
  ...{ timbre: "rgb(30, 230, 240)", loudness: "rgb(90, 220, 150)", text: "rgb(240, 244, 246)" },
};
const light = { ...colours, background: "rgb(240, 243, 246)", text: "rgb(15, 25, 40)" };
const hueOf = ([red, green, blue]: readonly [number, number, number]) =>
  Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue);

describe("a palette", () => {
  it("gives relatives one hue, and each key signature another", () => {
    const hues = Array.from({ length: 12 }, (_, tonic) => hueOf(paletteOf({ tonic, mode: "major" }, colours).key));
    expect(hueOf(paletteOf({ tonic: 9, mode: "minor" }, colours).key)).toBeCloseTo(hues[0] ?? 9, 1);
    expect(new Set(hues.map((hue) => hue.toFixed(1))).size).toBe(12);
  });

  it("is lighter in major than in minor, and darker on a light page", () => {
    const major = luminance(paletteOf({ tonic: 0, mode: "major" }, colours).key);
    const relative = luminance(paletteOf({ tonic: 9, mode: "minor" }, colours).key);
    expect(major).toBeGreaterThan(relative);
    expect(luminance(paletteOf({ tonic: 0, mode: "major" }, light).key)).toBeLessThan(major);
    expect(paletteOf(null, light).isLight).toBe(true);
  });

  it("is the theme's own without a key", () => {
    expect(paletteOf(null, colours).key).toEqual(parseColour(colours.timbre));
  });
});
