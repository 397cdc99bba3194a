import { describe, expect, it } from "vitest";
import { type Rgb, SPECTROGRAM_PALETTE } from "./spectrogram-palette";

/** sRGB to OKLab, the way back from what the palette does (Ottosson, "Oklab", 2020). */
function oklab(rgb: Rgb): number[] {
  const [r = 0, g = 0, b = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe("the colours of a spectrogram", () => {
  const colours = SPECTROGRAM_PALETTE.map(oklab);

  it("are lighter the louder it is, from near-black to near-white", () => {
    const lightness = colours.map(([value = 0]) => value);
    for (const [at, value] of lightness.entries())
      if (at > 0) expect(value).toBeGreaterThanOrEqual((lightness[at - 1] ?? 0) - 0.003);
    expect(lightness[0]).toBeLessThan(0.15);
    expect(lightness.at(-1)).toBeGreaterThan(0.95);
  });

  it("differ as much from one sixteenth of the range to the next", () => {
    const steps = Array.from({ length: 15 }, (_, at) => {
      const [from = [], to = []] = [colours[at * 17], colours[(at + 1) * 17]];
      return Math.hypot(...to.map((value, axis) => value - (from[axis] ?? 0)));
    });
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.3);
  });
});
