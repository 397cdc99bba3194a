import { cssColour, mixColours } from "@/components/visualizer/engine/colour";
import { lookOf } from "@/components/visualizer/engine/look";
import type { FlatScene, SceneOptions } from "@/components/visualizer/engine/scene";
import { foldsOf, Journey, NOW_RADIUS, reachOf, segmentsOfBeat } from "./journey";
import { tunnelPaints } from "./tunnel-paints";
import { ROWS_BEHIND, ROWS_PER_BEAT, WALL_CELLS, WALL_ROWS, Wall } from "./wall";

const BEATS_AHEAD = 11;
/** Of the wall's rows and cells, which are drawn: fewer are enough for the idea. */
const ROW_STEP = 2;
const CELL_STEP = 3;

/** The same tunnel with fewer cells, drawn from the far end. */
export function makeFlatTunnel(options: SceneOptions): FlatScene {
  const { piece, isCalm } = options;
  const look = lookOf(options.colours);
  const journey = new Journey(piece.beats);
  const wall = new Wall(piece, journey, options.seed);
  const folds = foldsOf(piece.beatsPerBar);
  const { low, mid, high } = tunnelPaints(look, piece.key);
  const paints = [low, mixColours(low, mid, 0.5), mid, mixColours(mid, high, 0.35), mixColours(mid, high, 0.7), high];
  const fills = paints.map((paint) => cssColour(paint));
  const background = cssColour(look.background);
  const accent = cssColour(look.rhythm);
  const present = cssColour(look.text);
  const reach = reachOf(journey, isCalm);
  const lit = { first: 0, count: 0 };
  const width = (2 * Math.PI) / folds;
  const cells = WALL_CELLS / CELL_STEP;

  return (context, frame, size) => {
    const half = Math.min(size.width, size.height) / 2;
    const depth = journey.travel(frame.seconds, isCalm);
    wall.moveTo(depth);
    const radiusAt = (at: number) => half / ((at - depth) / reach + 1 / NOW_RADIUS);
    context.globalAlpha = 1;
    context.fillStyle = background;
    context.fillRect(0, 0, size.width, size.height);
    context.translate(size.width / 2, size.height / 2);
    const corner = Math.hypot(size.width, size.height) / 2;
    const behind = reach * (1 / NOW_RADIUS - half / Math.max(corner, half));
    const nearest = Math.ceil(depth * ROWS_PER_BEAT - Math.min(behind * ROWS_PER_BEAT, ROWS_BEHIND - 2));
    const farthest = Math.floor((depth + BEATS_AHEAD) * ROWS_PER_BEAT);
    for (let row = farthest; row >= nearest; row--) {
      const start = (((row % WALL_ROWS) + WALL_ROWS) % WALL_ROWS) * WALL_CELLS * 4;
      const radius = radiusAt((row + 0.5) / ROWS_PER_BEAT);
      const light = Math.min(1, Math.max(0.12, 1.15 - (row / ROWS_PER_BEAT - depth) / BEATS_AHEAD));
      const line = wall.texels[start + 2] ?? 0;
      if (line > 0) {
        context.globalAlpha = light * (line / 255);
        context.strokeStyle = accent;
        context.lineWidth = Math.max(1, radius * 0.012);
        context.beginPath();
        context.arc(0, 0, radiusAt(row / ROWS_PER_BEAT), 0, 2 * Math.PI);
        context.stroke();
      }
      if (((row % ROW_STEP) + ROW_STEP) % ROW_STEP !== 0) continue;
      context.lineWidth = Math.max(
        1,
        (radiusAt(row / ROWS_PER_BEAT) - radiusAt((row + ROW_STEP) / ROWS_PER_BEAT)) * 0.7,
      );
      for (let cell = 0; cell < cells; cell++) {
        const energy = (wall.texels[start + cell * CELL_STEP * 4] ?? 0) / 255;
        if (energy < 0.04) continue;
        context.globalAlpha = light * energy;
        context.strokeStyle = fills[Math.floor((cell / cells) * fills.length)] ?? accent;
        context.beginPath();
        for (let fold = 0; fold < folds * 2; fold++) {
          const middle = (Math.floor(fold / 2) + 0.5) * width;
          const from = ((fold % 2 === 0 ? 1 : -1) * (cell + 0.12) * width) / 2 / cells;
          const to = ((fold % 2 === 0 ? 1 : -1) * (cell + 0.88) * width) / 2 / cells;
          context.moveTo(Math.cos(middle + from) * radius, Math.sin(middle + from) * radius);
          context.arc(0, 0, radius, middle + from, middle + to, to < from);
        }
        context.stroke();
      }
    }
    if (frame.beat && !isCalm) {
      segmentsOfBeat(folds, frame.beat, lit);
      context.globalAlpha = 0.16;
      context.fillStyle = accent;
      context.beginPath();
      context.moveTo(0, 0);
      context.arc(0, 0, half * NOW_RADIUS, lit.first * width, (lit.first + lit.count) * width);
      context.fill();
    }
    context.globalAlpha = 1;
    context.strokeStyle = present;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(0, 0, half * NOW_RADIUS, 0, 2 * Math.PI);
    context.stroke();
    context.translate(-size.width / 2, -size.height / 2);
  };
}
