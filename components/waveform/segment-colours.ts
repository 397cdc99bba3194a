/** Every hue has the same lightness, so that labels are equally readable on all of them. */
export interface SegmentColours {
  fill: string;
  text: string;
  line: string;
}

const LIGHT = { lightness: 0.87, chroma: 0.075, text: "oklch(0.22 0.03 260)", line: "oklch(0.5 0.02 260)" };
const DARK = { lightness: 0.41, chroma: 0.095, text: "oklch(0.98 0 0)", line: "oklch(0.75 0.02 260)" };

/** The colours of a segment on a canvas, which is painted for one theme at a time. */
export function segmentColours(hue: number | null, isLight: boolean): SegmentColours {
  const { lightness, chroma, text, line } = isLight ? LIGHT : DARK;
  const fill = hue === null ? `oklch(${lightness} 0 0 / 0.4)` : `oklch(${lightness} ${chroma} ${hue})`;
  return { fill, text: hue === null ? line : text, line };
}

/** The same fill as CSS: the browser picks the colour for the theme. */
export function segmentBackground(hue: number | null): string {
  return `light-dark(${segmentColours(hue, true).fill}, ${segmentColours(hue, false).fill})`;
}

/** The hue of a pitch class (0 = C). Neighbours on the circle of fifths get similar hues. */
export function hueOfPitchClass(pitchClass: number): number {
  return ((((pitchClass * 7) % 12) + 12) % 12) * 30;
}

/** The hue of section A, B, C, …: consecutive letters are far apart, however many there are. */
export function hueOfLetter(index: number): number {
  return Math.round((215 + index * 137.5) % 360);
}
