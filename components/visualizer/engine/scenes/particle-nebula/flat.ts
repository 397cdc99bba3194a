import { cssColour, mixColours } from "@/components/visualizer/engine/colour";
import { lookOf } from "@/components/visualizer/engine/look";
import type { FlatScene, SceneOptions } from "@/components/visualizer/engine/scene";
import { placeNebula } from "./nebula";
import { spiralOf, writePathPoint } from "./spiral";
import { timbreLine } from "./timbre";

const PARTICLES = 2400;
const PATH_POINTS = 400;
/** What is seen of the depth and the height of the spiral: obliquely, or more from above where there is room. */
const TILT = { wide: { depth: 0.72, height: 0.6 }, tall: { depth: 1, height: 0.3 } };
/** Half the width of the picture in the units of the spiral. */
const REACH = 4.1;

/** The same cloud seen obliquely from above, with fewer particles. */
export function makeFlatNebula(options: SceneOptions): FlatScene {
  const { piece } = options;
  const look = lookOf(options.colours);
  const line = timbreLine(piece);
  const spiral = spiralOf(piece.durationSeconds);
  const { positions, times, bands, strengths } = placeNebula(piece, line, spiral, PARTICLES, options.seed);
  const path = new Float32Array((PATH_POINTS + 1) * 3);
  for (let i = 0; i < PATH_POINTS; i++) writePathPoint(spiral, line, i / (PATH_POINTS - 1), path, i);
  const paints = [look.rhythm, look.timbre, look.harmony].map((paint) => cssColour(paint));
  const background = cssColour(look.background);
  const pathPaint = cssColour(mixColours(look.text, look.harmony, 0.15));
  const nowSeconds = Math.max(0.002, Math.min(0.5, piece.durationSeconds * 0.012));

  return (context, frame, { width, height }) => {
    const tilt = height > width ? TILT.tall : TILT.wide;
    const scale = Math.min(width / 2 / REACH, height / 2 / (REACH * tilt.depth));
    const x = (values: Float32Array, i: number) => width / 2 + (values[i * 3] ?? 0) * scale;
    const y = (values: Float32Array, i: number) =>
      height / 2 + ((values[i * 3 + 2] ?? 0) * tilt.depth - (values[i * 3 + 1] ?? 0) * tilt.height) * scale;
    context.globalAlpha = 1;
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
    for (let paint = 0; paint < 3; paint++) {
      context.fillStyle = paints[paint] ?? pathPaint;
      for (let i = 0; i < PARTICLES; i++) {
        const band = bands[i] ?? 0;
        if (Math.min(2, Math.floor(band * 3)) !== paint) continue;
        const age = frame.seconds - (times[i] ?? 0);
        const now = Math.abs(age) < nowSeconds ? (frame.spectrum[Math.floor(band * 63.99)] ?? 0) : 0;
        const size = Math.max(1.2, scale * (0.022 + 0.02 * (strengths[i] ?? 0) + 0.06 * now));
        context.globalAlpha = age >= 0 ? 0.75 : 0.2;
        context.fillRect(x(positions, i) - size / 2, y(positions, i) - size / 2, size, size);
      }
    }
    const share = piece.durationSeconds > 0 ? Math.min(1, Math.max(0, frame.seconds / piece.durationSeconds)) : 0;
    writePathPoint(spiral, line, share, path, PATH_POINTS);
    const last = Math.floor(share * (PATH_POINTS - 1));
    context.strokeStyle = pathPaint;
    context.lineWidth = Math.max(1, scale * 0.025);
    context.globalAlpha = 0.25;
    context.beginPath();
    for (let i = last; i < PATH_POINTS; i++) context.lineTo(x(path, i), y(path, i));
    context.stroke();
    context.globalAlpha = 0.9;
    context.beginPath();
    for (let i = 0; i <= last; i++) context.lineTo(x(path, i), y(path, i));
    context.lineTo(x(path, PATH_POINTS), y(path, PATH_POINTS));
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = pathPaint;
    context.beginPath();
    context.arc(x(path, PATH_POINTS), y(path, PATH_POINTS), scale * (0.07 + 0.07 * frame.level), 0, 2 * Math.PI);
    context.fill();
  };
}
