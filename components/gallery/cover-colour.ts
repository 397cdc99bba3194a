import { oklch } from "@/lib/format/oklch";

/** Lightness 0–1, chroma 0–0.4, hue in degrees. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

/** `#rrggbb`, which every program that draws SVG knows. */
export const toHex = ({ l, c, h }: Oklch): string =>
  `#${oklch(l, c, h)
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;
