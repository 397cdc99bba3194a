import type { Piece } from "./piece";
import type { SceneColours } from "./scene";

/** Red, green and blue as on a screen, each 0 … 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of one piece in one theme. */
export interface Palette {
  isLight: boolean;
  background: Rgb;
  text: Rgb;
  /** Of the key: its hue on the circle of fifths, lighter in major than in minor. The theme's own without a key. */
  key: Rgb;
  /** Neighbours of the key, a fifth to each side. */
  up: Rgb;
  down: Rgb;
  /** Across the circle: for what must stand out. */
  across: Rgb;
  rhythm: Rgb;
  harmony: Rgb;
  timbre: Rgb;
  loudness: Rgb;
}

/** Of C, in degrees; a fifth up is 30 more. */
const HUE_OF_C = 190;
const DEGREES_PER_FIFTH = 30;

/** The hue of a pitch class in degrees. Neighbours on the circle of fifths have similar ones. */
export const hueOf = (pitchClass: number): number =>
  (HUE_OF_C + ((((pitchClass * 7) % 12) + 12) % 12) * DEGREES_PER_FIFTH) % 360;

export function paletteOf(key: Piece["key"], colours: SceneColours): Palette {
  const named = (name: keyof SceneColours) => rgbOf(colours[name]);
  const background = named("background");
  const isLight = luminanceOf(background) > 0.4;
  const [rhythm, harmony, timbre, loudness] = [named("rhythm"), named("harmony"), named("timbre"), named("loudness")];
  const base = { isLight, background, text: named("text"), rhythm, harmony, timbre, loudness };
  if (!key) return { ...base, key: timbre, up: harmony, down: loudness, across: rhythm };
  const hue = hueOf(key.mode === "major" ? key.tonic : key.tonic + 3);
  const isMajor = key.mode === "major";
  const lightness = isLight ? (isMajor ? 0.44 : 0.34) : isMajor ? 0.64 : 0.54;
  const at = (degrees: number) => hslToRgb(hue + degrees, isMajor ? 0.88 : 0.76, lightness);
  return {
    ...base,
    key: at(0),
    up: at(DEGREES_PER_FIFTH * 2),
    down: at(-DEGREES_PER_FIFTH * 2),
    across: at(165),
  };
}

export function hslToRgb(hue: number, saturation: number, lightness: number): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number) => {
    const at = (((offset + hue / 30) % 12) + 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return [part(0), part(8), part(4)];
}

/** `rgb(1, 2, 3)`, `rgb(1 2 3 / 0.5)` or `#010203`, without its transparency. Grey for anything else. */
export function rgbOf(colour: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour.trim());
  if (hex) return [1, 2, 3].map((at) => Number.parseInt(hex[at] ?? "", 16) / 255) as unknown as Rgb;
  const parts =
    /^rgba?\(([^)]*)\)$/i
      .exec(colour.trim())?.[1]
      ?.split(/[\s,/]+/)
      .map(Number) ?? [];
  const [red = 128, green = 128, blue = 128] = parts;
  return [red / 255, green / 255, blue / 255];
}

/** As WCAG has it: 0 is black, 1 is white. */
export function luminanceOf([red, green, blue]: Rgb): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((value, at) => value + ((to[at] as number) - value) * share) as unknown as Rgb;

export const cssOf = ([red, green, blue]: Rgb, alpha = 1): string =>
  `rgb(${Math.round(red * 255)} ${Math.round(green * 255)} ${Math.round(blue * 255)} / ${alpha})`;
