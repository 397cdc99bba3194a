import { cssColour, mixColours, type Rgb } from "@/components/visualizer/engine/colour";
import { type Look, lookOf, paintsOfPitchClasses } from "@/components/visualizer/engine/look";
import type { FlatScene, SceneOptions } from "@/components/visualizer/engine/scene";
import { lastAt } from "@/components/visualizer/engine/sorted-times";
import { noteNames } from "@/components/visualizer/engine/words";
import { lightOfChords, lightOfNotes } from "./chord-light";
import { PITCH_CLASSES, regionOfKey, TRIADS_COUNT } from "./tonnetz";

/** The plane around the tonic that is drawn: columns are fifths, rows major thirds. */
const COLUMNS = 9;
const ROWS = 6;
/** Rows of the plane are slanted, so that its triangles have equal sides. */
const SLANT = 0.5;
const ROW_HEIGHT = Math.sqrt(3) / 2;

/** The torus cut open and laid flat: a plane of notes that repeats. */
export function makeFlatTonnetz(options: SceneOptions): FlatScene {
  const { piece } = options;
  const look = lookOf(options.colours);
  const paints = paintsOfPitchClasses(look.isLight).map((paint) => cssColour(paint));
  const inks = inksOf(look);
  const names = noteNames(piece.key);
  const region = regionOfKey(piece.key);
  const chordStarts = Float64Array.from(piece.chords, ({ startSeconds }) => startSeconds);
  const lit = new Float32Array(TRIADS_COUNT);
  const trace = new Float32Array(TRIADS_COUNT);
  const heard = new Float32Array(TRIADS_COUNT);
  const centre = piece.key?.tonic ?? 0;
  const noteAt = (column: number, row: number) => (((centre + column * 7 + row * 4) % 12) + 12) % PITCH_CLASSES;

  return (context, frame, { width, height }) => {
    const side = Math.max(width / 5.2, height / 4.4) * 0.82;
    const x = (column: number, row: number) => width / 2 + (column + row * SLANT) * side;
    const y = (row: number) => height / 2 - row * ROW_HEIGHT * side;
    lightOfChords(piece.chords, lastAt(chordStarts, frame.seconds), frame.seconds, lit, trace);
    lightOfNotes(frame.chroma, heard);
    context.globalAlpha = 1;
    context.fillStyle = inks.background;
    context.fillRect(0, 0, width, height);
    context.lineWidth = Math.max(1, side * 0.012);

    const triangle = (triad: number, root: number, columns: readonly number[], rows: readonly number[]) => {
      const light = lit[triad] ?? 0;
      const past = 0.3 * (trace[triad] ?? 0);
      const strength = Math.max(0.9 * light, past, 0.4 * (heard[triad] ?? 0), 0.14 * (region[triad] ?? 0));
      context.beginPath();
      for (let i = 0; i < 3; i++) context.lineTo(x(columns[i] ?? 0, rows[i] ?? 0), y(rows[i] ?? 0));
      context.closePath();
      context.globalAlpha = strength;
      context.fillStyle = paints[root] ?? inks.text;
      context.fill();
      context.globalAlpha = 0.35;
      context.strokeStyle = inks.line;
      context.stroke();
    };
    for (let row = -ROWS; row <= ROWS; row++) {
      for (let column = -COLUMNS; column <= COLUMNS; column++) {
        if (x(column, row) < -2 * side || x(column, row) > width + 2 * side) continue;
        if (y(row) < -2 * side || y(row) > height + 2 * side) continue;
        const root = noteAt(column, row);
        triangle(root, root, [column, column, column + 1], [row, row + 1, row]);
        // The minor third is a fifth up and a major third down.
        triangle(PITCH_CLASSES + root, root, [column, column + 1, column + 1], [row, row - 1, row]);
      }
    }
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${Math.round(side * 0.15)}px "Space Grotesk", Inter, system-ui, sans-serif`;
    for (let row = -ROWS; row <= ROWS; row++) {
      for (let column = -COLUMNS; column <= COLUMNS; column++) {
        const note = noteAt(column, row);
        const energy = frame.chroma[note] ?? 0;
        context.globalAlpha = 1;
        context.beginPath();
        context.arc(x(column, row), y(row), side * (0.16 + 0.05 * energy), 0, Math.PI * 2);
        context.fillStyle = inks.background;
        context.fill();
        context.globalAlpha = 0.12 + 0.6 * energy;
        context.fillStyle = paints[note] ?? inks.text;
        context.fill();
        context.globalAlpha = 1;
        context.strokeStyle = paints[note] ?? inks.text;
        context.stroke();
        context.fillStyle = inks.text;
        context.fillText(names[note] ?? "", x(column, row), y(row) + side * 0.01);
      }
    }
  };
}

function inksOf(look: Look): { background: string; line: string; text: string } {
  const line: Rgb = mixColours(look.background, look.text, 0.5);
  return { background: cssColour(look.background), line: cssColour(line), text: cssColour(look.text) };
}
