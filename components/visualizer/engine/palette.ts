import { fromOklch, hueOfPitchClass, luminance, parseColour, type Rgb } from "./colour";
import type { Piece } from "./piece";
import type { SceneColours } from "./scene";

/** The colours of one piece in one theme, in linear light. */
export interface Palette {
  isLight: boolean;
  background: Rgb;
  text: Rgb;
  /** Of the key: its hue on the circle of fifths, lighter in major than in minor. The theme's own without a key. */
  key: Rgb;
  /** Neighbours of the key on both sides of the circle. */
  up: Rgb;
  down: Rgb;
  /** From the other side of it: for what must stand out. */
  across: Rgb;
}

/** How far neighbours are away, and what stands out, in degrees. */
const BESIDE = 46;
const ACROSS = 155;
const CHROMA = 0.155;
const RELATIVE_MAJOR = 3;

export function paletteOf(key: Piece["key"], colours: SceneColours): Palette {
  const background = parseColour(colours.background);
  const isLight = luminance(background) > 0.3;
  const base = { isLight, background, text: parseColour(colours.text) };
  if (!key) {
    const [timbre, harmony, loudness, rhythm] = [colours.timbre, colours.harmony, colours.loudness, colours.rhythm];
    return {
      ...base,
      ...{ key: parseColour(timbre), up: parseColour(loudness) },
      ...{ down: parseColour(harmony), across: parseColour(rhythm) },
    };
  }
  const isMajor = key.mode === "major";
  // Relatives have the same notes, and so the same hue.
  const hue = hueOfPitchClass(isMajor ? key.tonic : key.tonic + RELATIVE_MAJOR);
  const lightness = (isLight ? 0.44 : 0.7) + (isMajor ? 0.08 : 0);
  const at = (degrees: number) => fromOklch(lightness, CHROMA, hue + degrees);
  return { ...base, key: at(0), up: at(BESIDE), down: at(-BESIDE), across: at(ACROSS) };
}
