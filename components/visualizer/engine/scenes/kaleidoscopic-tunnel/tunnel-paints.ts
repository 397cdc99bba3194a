import { fromOklch, hueOfPitchClass, type Rgb } from "@/components/visualizer/engine/colour";
import type { Look } from "@/components/visualizer/engine/look";
import type { Piece } from "@/components/visualizer/engine/piece";

/** From low frequencies to high ones: around the hue of the key, or the page's own colours. */
export function tunnelPaints(look: Look, key: Piece["key"]): { low: Rgb; mid: Rgb; high: Rgb } {
  if (!key) return { low: look.rhythm, mid: look.timbre, high: look.harmony };
  const hue = hueOfPitchClass(key.tonic);
  const turn = key.mode === "major" ? 1 : -1;
  const paint = (degrees: number) =>
    look.isLight ? fromOklch(0.52, 0.18, hue + degrees * turn) : fromOklch(0.7, 0.2, hue + degrees * turn);
  return { low: paint(0), mid: paint(80), high: paint(165) };
}
