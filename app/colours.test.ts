import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const css = readFileSync(new URL("colours.css", import.meta.url), "utf8");

/** The colours in the block that begins with these words. */
function coloursOf(start: string): ReadonlyMap<string, Colour> {
  const from = css.indexOf(start);
  const block = css.slice(from, css.indexOf("\n}", from));
  return new Map(
    [...block.matchAll(/--([\w-]+): hsl\(([\d.]+) ([\d.]+)% ([\d.]+)%(?: \/ ([\d.]+)%)?\)/g)].map(
      ([, name = "", hue, saturation, lightness, alpha = "100"]) =>
        [name, rgb(Number(hue), Number(saturation) / 100, Number(lightness) / 100, Number(alpha) / 100)] as const,
    ),
  );
}

/** CSS Color 4, "HSL colors": the channel `n` of 0, 8 and 4. */
function rgb(hue: number, saturation: number, lightness: number, alpha: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const over = (upper: Colour, lower: Colour): Colour => {
  const mixed = (at: 0 | 1 | 2) => upper[at] * upper[3] + lower[at] * (1 - upper[3]);
  return [mixed(0), mixed(1), mixed(2), 1];
};

const THEMES = [
  { name: "neon night", start: ".dark {", text: 4.5, border: 0 },
  { name: "daylight", start: "@utility daylight {", text: 4.5, border: 0 },
  { name: "high contrast", start: ".contrast {", text: 7, border: 3 },
] as const;

const READ = ["foreground", "muted-foreground", "primary", "accent", "success", "warning", "danger"];
const FILLED = ["primary", "accent", "danger"];

describe.each(THEMES)("the colours of $name", ({ start, text, border }) => {
  const colours = coloursOf(start);
  const colour = (name: string): Colour => {
    const found = colours.get(name);
    if (!found) throw new Error(`${name} is missing`);
    return found;
  };
  const page = colour("background");
  const grounds = [page, ...["surface", "muted", "glass", "glass-strong"].map((name) => over(colour(name), page))];

  it(`are read on every ground: at least ${text} to 1`, () => {
    for (const name of READ)
      for (const ground of grounds) expect(contrast(colour(name), ground), name).toBeGreaterThanOrEqual(text);
    expect(contrast(colour("foreground"), over(colour("pressed"), page))).toBeGreaterThanOrEqual(text);
    for (const name of FILLED)
      expect(contrast(colour(`${name}-foreground`), colour(name)), name).toBeGreaterThanOrEqual(text);
  });

  it("have a focus ring that is seen, and borders where the theme promises them", () => {
    for (const ground of grounds) expect(contrast(colour("ring"), ground)).toBeGreaterThanOrEqual(3);
    for (const name of border ? ["border", "border-strong", "input"] : [])
      for (const ground of grounds) expect(contrast(colour(name), ground), name).toBeGreaterThanOrEqual(border);
  });
});
