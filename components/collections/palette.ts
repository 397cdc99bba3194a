import type { Colour } from "@/lib/collections/schema";
import { msg } from "@/lib/language/text";

/** The names of the palette, and each as a hue: its lightness follows the theme. */
export const COLOUR_NAMES: Readonly<Record<Colour, { name: string; hue: number; chroma: number }>> = {
  slate: { name: msg("Slate"), hue: 250, chroma: 0.03 },
  red: { name: msg("Red"), hue: 25, chroma: 0.17 },
  orange: { name: msg("Orange"), hue: 55, chroma: 0.15 },
  yellow: { name: msg("Yellow"), hue: 95, chroma: 0.14 },
  green: { name: msg("Green"), hue: 150, chroma: 0.14 },
  teal: { name: msg("Teal"), hue: 190, chroma: 0.11 },
  blue: { name: msg("Blue"), hue: 250, chroma: 0.15 },
  violet: { name: msg("Violet"), hue: 295, chroma: 0.17 },
  pink: { name: msg("Pink"), hue: 345, chroma: 0.17 },
};

export const colourOf = (colour: Colour, lightness = 0.62): string => {
  const { hue, chroma } = COLOUR_NAMES[colour];
  return `oklch(${lightness} ${chroma} ${hue})`;
};
