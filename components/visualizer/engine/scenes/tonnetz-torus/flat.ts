import { cssColour, mixColours, type Rgb } from "@/components/visualizer/engine/colour";
import { type Look, lookOf, paintsOfPitchClasses } from "@/components/visualizer/engine/look";
import type { FlatScene, SceneOptions } from "@/components/visualizer/engine/scene";
import { lastAt } from "@/components/visualizer/engine/sorted-times";
import { noteNames } from "@/components/visualizer/engine/words";
import { lightOfChords, lightOfNotes } from "./chord-light";
import { Plane } from "./plane";
import { PITCH_CLASSES, regionOfKey, TRIADS_COUNT } from "./tonnetz";

/** The torus cut open and laid flat: a plane of notes that repeats. Columns are fifths, rows major thirds. */
export function makeFlatTonnetz({ piece, colours }: SceneOptions): FlatScene {
  const look = lookOf(colours);
  const paints = paintsOfPitchClasses(look.isLight).map((paint) => cssColour(paint));
  const inks = inksOf(look);
  const names = noteNames(piece.key);
  const region = regionOfKey(piece.key);
  const chordStarts = Float64Array.from(piece.chords, ({ startSeconds }) => startSeconds);
  const lit = new Float32Array(TRIADS_COUNT);
  const trace = new Float32Array(TRIADS_COUNT);
  const heard = new Float32Array(TRIADS_COUNT);
  const plane = new Plane(piece.key?.tonic ?? 0);
  const strengthOf = (triad: number) =>
    Math.max(
      0.9 * (lit[triad] ?? 0),
      0.3 * (trace[triad] ?? 0),
      0.4 * (heard[triad] ?? 0),
      0.14 * (region[triad] ?? 0),
    );

  const drawTriads = (context: CanvasRenderingContext2D, column: number, row: number) => {
    const root = plane.noteAt(column, row);
    for (let quality = 0; quality < 2; quality++) {
      plane.traceTriad(context, column, row, quality === 1);
      context.globalAlpha = strengthOf(root + PITCH_CLASSES * quality);
      context.fillStyle = paints[root] ?? inks.text;
      context.fill();
      context.globalAlpha = 0.35;
      context.strokeStyle = inks.line;
      context.stroke();
    }
  };
  const drawNote = (context: CanvasRenderingContext2D, energy: number, column: number, row: number) => {
    const note = plane.noteAt(column, row);
    const paint = paints[note] ?? inks.text;
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(plane.x(column, row), plane.y(row), plane.side * (0.16 + 0.05 * energy), 0, Math.PI * 2);
    context.fillStyle = inks.background;
    context.fill();
    context.globalAlpha = 0.12 + 0.6 * energy;
    context.fillStyle = paint;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = paint;
    context.stroke();
    context.fillStyle = inks.text;
    context.fillText(names[note] ?? "", plane.x(column, row), plane.y(row) + plane.side * 0.01);
  };

  return (context, frame, { width, height }) => {
    lightOfChords(piece.chords, lastAt(chordStarts, frame.seconds), frame.seconds, lit, trace);
    lightOfNotes(frame.chroma, heard);
    plane.fit(width, height);
    context.globalAlpha = 1;
    context.fillStyle = inks.background;
    context.fillRect(0, 0, width, height);
    context.lineWidth = Math.max(1, plane.side * 0.012);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${Math.round(plane.side * 0.15)}px "Space Grotesk", Inter, system-ui, sans-serif`;
    const { rows, columns } = plane;
    for (let row = -rows; row <= rows; row++) {
      for (let column = -columns; column <= columns; column++) drawTriads(context, column, row);
    }
    for (let row = -rows; row <= rows; row++) {
      for (let column = -columns; column <= columns; column++) {
        drawNote(context, frame.chroma[plane.noteAt(column, row)] ?? 0, column, row);
      }
    }
  };
}

function inksOf(look: Look): { background: string; line: string; text: string } {
  const line: Rgb = mixColours(look.background, look.text, 0.5);
  return { background: cssColour(look.background), line: cssColour(line), text: cssColour(look.text) };
}
