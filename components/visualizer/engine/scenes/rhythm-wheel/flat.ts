import { cssColour, mixColours } from "@/components/visualizer/engine/colour";
import { paletteOf } from "@/components/visualizer/engine/palette";
import type { FlatScene, SceneOptions } from "@/components/visualizer/engine/scene";
import { BarMap, BINS, handOf } from "./bar-map";

const TURN = Math.PI * 2;
/** Clockwise from the top, as canvases count from the right. */
const angleOf = (turns: number) => turns * TURN - Math.PI / 2;

/** The wheel as seen from straight above. */
export function flatWheel({ piece, colours }: SceneOptions): FlatScene {
  const palette = paletteOf(piece.key, colours);
  const map = new BarMap(piece);
  const gathered = new Float32Array(BINS);
  const bands = [
    { values: map.shape.low, radius: 0.44, colour: palette.down },
    { values: map.shape.mid, radius: 0.63, colour: palette.key },
    { values: map.shape.high, radius: 0.81, colour: palette.up },
  ];
  return (context, frame, { width, height }) => {
    const unit = Math.min(width, height) * 0.33;
    const hand = handOf(map, frame);
    context.save();
    context.fillStyle = cssColour(palette.background);
    context.fillRect(0, 0, width, height);
    context.translate(width / 2, height / 2);
    for (const { values, radius, colour } of bands) {
      context.fillStyle = cssColour(colour, 0.75);
      context.fill(lobe(values, radius * unit, unit * 0.08));
    }
    map.accumulate(hand ?? -1, gathered);
    context.lineCap = "round";
    for (const [bin, value] of gathered.entries()) {
      if (value < 0.02) continue;
      spoke(context, bin / BINS, unit * 1.06, unit * (1.06 + 0.3 * value));
      context.lineWidth = Math.max(1.5, unit * 0.02);
      context.strokeStyle = cssColour(mixColours(palette.key, palette.across, value));
      context.stroke();
    }
    context.strokeStyle = cssColour(palette.text, 0.85);
    context.fillStyle = cssColour(palette.text);
    context.lineWidth = 2;
    context.beginPath();
    context.arc(0, 0, unit, 0, TURN);
    context.stroke();
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${Math.round(unit * 0.11)}px ui-sans-serif, system-ui, sans-serif`;
    for (let beat = 0; map.hasBeats && beat < map.beatsPerBar; beat += 1) {
      spoke(context, beat / map.beatsPerBar, unit * 0.93, unit * 1.04);
      context.stroke();
      const angle = angleOf(beat / map.beatsPerBar);
      context.fillText(String(beat + 1), Math.cos(angle) * unit * 1.46, Math.sin(angle) * unit * 1.46);
    }
    context.beginPath();
    context.arc(0, 0, unit * (0.26 + 0.03 * frame.pulse), 0, TURN);
    context.fillStyle = cssColour(mixColours(palette.background, palette.key, 0.2 + 0.5 * frame.pulse));
    context.fill();
    if (hand !== null) {
      spoke(context, hand % 1, unit * 0.3, unit * 1.38);
      context.lineWidth = 3;
      context.strokeStyle = cssColour(palette.text);
      context.stroke();
    }
    context.restore();
  };
}

function spoke(context: CanvasRenderingContext2D, turns: number, from: number, to: number): void {
  const [x, y] = [Math.cos(angleOf(turns)), Math.sin(angleOf(turns))];
  context.beginPath();
  context.moveTo(x * from, y * from);
  context.lineTo(x * to, y * to);
}

/** A band around its own circle, as thick as it is loud. */
function lobe(values: Float32Array, radius: number, thick: number): Path2D {
  const path = new Path2D();
  for (const side of [1, -1]) {
    for (let step = 0; step <= BINS; step += 1) {
      const bin = (side === 1 ? step : BINS - step) % BINS;
      const away = radius + side * (1.5 + thick * (values[bin] as number));
      path.lineTo(Math.cos(angleOf(bin / BINS)) * away, Math.sin(angleOf(bin / BINS)) * away);
    }
  }
  path.closePath();
  return path;
}
