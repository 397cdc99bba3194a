import { describe, expect, it } from "vitest";
import { cssColour, fromOklch, hueOfPitchClass, luminance, parseColour } from "./colour";

const close = (colour: readonly number[], expected: readonly number[]) => {
  for (const [i, value] of expected.entries()) expect(colour[i]).toBeCloseTo(value, 2);
};

describe("colours of the page", () => {
  it.each(["#ff0000", "#f00", "rgb(255, 0, 0)", "rgb(255 0 0 / 50%)", "hsl(0 100% 50%)", "hsl(360deg, 100%, 50%)"])(
    "%s is red",
    (css) => close(parseColour(css), [1, 0, 0]),
  );

  it("are read as CSS writes them", () => {
    close(parseColour("oklch(0.628 0.2577 29.23)"), [1, 0, 0]);
    close(parseColour("oklch(62.8% 0.2577 29.23 / 0.4)"), [1, 0, 0]);
    close(parseColour("color(srgb 0 1 0)"), [0, 1, 0]);
    expect(cssColour(parseColour("hsl(184 92% 52%)"), 0.5)).toBe("rgb(20 230 245 / 0.5)");
  });

  it("are grey where nothing is understood", () => {
    for (const css of ["", "var(--nothing)", "#zz", "hsl(12)"]) {
      const [red, green, blue] = parseColour(css);
      expect([green, blue]).toEqual([red, red]);
    }
  });

  it("of pitch classes are equally light, and those a fifth apart are neighbours", () => {
    const lights = Array.from({ length: 12 }, (_, p) => luminance(fromOklch(0.75, 0.08, hueOfPitchClass(p))));
    expect(Math.max(...lights) - Math.min(...lights)).toBeLessThan(0.08);
    expect(hueOfPitchClass(7) - hueOfPitchClass(0)).toBe(30);
    expect(new Set(Array.from({ length: 12 }, (_, p) => hueOfPitchClass(p))).size).toBe(12);
  });
});
