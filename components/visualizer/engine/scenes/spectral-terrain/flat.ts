import { cssColour, mixColours } from "@/components/visualizer/engine/colour";
import { paletteOf } from "@/components/visualizer/engine/palette";
import type { FlatScene, SceneOptions } from "@/components/visualizer/engine/scene";
import { newSpectrum, storedSpectrum } from "@/components/visualizer/engine/spectrum";
import { windowOf } from "./window";

const ROWS = 34;
const HORIZON = 0.3;
const NEAR = 0.86;

/** The landscape as lines of equal time, the far ones first, each hiding what is behind it. */
export function flatTerrain({ piece, colours, isCalm }: SceneOptions): FlatScene {
  const palette = paletteOf(piece.key, colours);
  const { aheadSeconds } = windowOf(piece);
  const row = newSpectrum();
  const background = cssColour(palette.background);
  return (context, frame, { width, height }) => {
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
    const glow = context.createRadialGradient(width / 2, height * HORIZON, 0, width / 2, height * HORIZON, width * 0.6);
    glow.addColorStop(0, cssColour(palette.key, isCalm ? 0.1 : 0.07 + 0.13 * frame.level));
    glow.addColorStop(1, cssColour(palette.key, 0));
    context.fillStyle = glow;
    context.fillRect(0, 0, width, height);
    context.lineJoin = "round";
    for (let line = ROWS - 1; line >= 0; line -= 1) {
      const away = line / (ROWS - 1);
      const isNow = line === 0;
      // Behind the end there is nothing.
      if (!isNow && frame.seconds + away * aheadSeconds > piece.durationSeconds) continue;
      if (isNow) row.set(frame.spectrum);
      else if (piece.mel) storedSpectrum(piece.mel, frame.seconds + away * aheadSeconds, row);
      else row.fill(0);
      const scale = 1 / (1 + away * 4.2);
      const bottom = height * (HORIZON + (NEAR - HORIZON) * ((scale - 0.192) / 0.808));
      const half = width * 0.47 * (0.32 + 0.68 * scale);
      const place = { left: width / 2 - half, right: width / 2 + half, bottom, rise: height * 0.26 * scale };
      const path = ridge(row, place);
      const land = new Path2D(path);
      land.lineTo(place.right, bottom + height * 0.1 * scale);
      land.lineTo(place.left, bottom + height * 0.1 * scale);
      context.fillStyle = background;
      context.fill(land);
      context.lineWidth = isNow ? 3 : Math.max(0.8, 2.2 * scale);
      const colour = isNow ? mixColours(palette.key, palette.text, 0.55) : mixColours(palette.key, palette.up, away);
      context.strokeStyle = cssColour(colour, isNow ? 1 : 0.25 + 0.75 * scale);
      context.stroke(path);
    }
  };
}

function ridge(
  bands: Float32Array,
  { left, right, bottom, rise }: { left: number; right: number; bottom: number; rise: number },
): Path2D {
  const path = new Path2D();
  path.moveTo(left, bottom);
  let [x, y] = [left, bottom];
  const curveTo = (nextX: number, nextY: number) => {
    path.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
    [x, y] = [nextX, nextY];
  };
  for (const [band, value] of bands.entries())
    curveTo(left + ((band + 0.5) / bands.length) * (right - left), bottom - value ** 1.7 * rise);
  curveTo(right, bottom);
  path.lineTo(right, bottom);
  return path;
}
