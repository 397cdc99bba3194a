import { describe, expect, it } from "vitest";
import { hueOf, luminanceOf, paletteOf, rgbOf } from "./palette";

const colours = {
  ...{ background: "rgb(7, 10, 16)", rhythm: "rgb(255, 200, 60)", harmony: "rgb(240, 90, 190)" },
  ...{ timbre: "rgb(30, 230, 240)", loudness: "rgb(90, 220, 150)", text: "rgb(240, 244, 246)" },
};
const light = { ...colours, background: "rgb(240, 243, 246)", text: "rgb(15, 25, 40)" };

describe("a palette", () => {
  it("gives neighbours on the circle of fifths similar hues, and relatives the same", () => {
    expect(Math.abs(hueOf(0) - hueOf(7))).toBe(30);
    expect(new Set(Array.from({ length: 12 }, (_, at) => hueOf(at))).size).toBe(12);
    const hue = ({ key: [red, green, blue] }: ReturnType<typeof paletteOf>) => [red > green, green > blue, red > blue];
    expect(hue(paletteOf({ tonic: 9, mode: "minor" }, colours))).toEqual(
      hue(paletteOf({ tonic: 0, mode: "major" }, colours)),
    );
  });

  it("is lighter in major than in minor, and darker on a light page", () => {
    const major = luminanceOf(paletteOf({ tonic: 0, mode: "major" }, colours).key);
    const relative = luminanceOf(paletteOf({ tonic: 9, mode: "minor" }, colours).key);
    expect(major).toBeGreaterThan(relative);
    expect(luminanceOf(paletteOf({ tonic: 0, mode: "major" }, light).key)).toBeLessThan(major);
    expect(paletteOf(null, light).isLight).toBe(true);
  });

  it("is the theme's own without a key", () => expect(paletteOf(null, colours).key).toEqual(rgbOf(colours.timbre)));
});

it("reads colours as a browser computes them", () => {
  expect(rgbOf("rgb(255, 0, 51)")).toEqual([1, 0, 0.2]);
  expect(rgbOf("rgba(255 0 51 / 0.5)")).toEqual([1, 0, 0.2]);
  expect(rgbOf("#ff0033")).toEqual([1, 0, 0.2]);
  expect(rgbOf("nonsense")).toEqual([128 / 255, 128 / 255, 128 / 255]);
});
