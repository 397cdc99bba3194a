import type { FallingLevel } from "./ballistics";
import type { MeterColours } from "./meter-colours";
import { frequencyPlace, SPECTRUM_LOW_DB } from "./meter-scale";

const FREQUENCIES: readonly (readonly [hz: number, name: string])[] = [
  [50, "50"],
  [100, "100"],
  [200, "200"],
  [500, "500"],
  [1000, "1k"],
  [2000, "2k"],
  [5000, "5k"],
  [10_000, "10k"],
];
const LEVELS_DB = [-20, -40, -60, -80];
/** Narrower than this, every other name of a frequency is left out. */
const NARROW_PX = 420;

/** The spectrum with its held peaks, 20 Hz to 20 kHz, 0 to −90 dB. The canvas is empty. */
export function paintSpectrum(
  context: CanvasRenderingContext2D,
  columns: readonly FallingLevel[],
  { width, height }: { width: number; height: number },
  colours: MeterColours,
): void {
  paintGrid(context, width, height, colours);
  const y = (db: number) => Math.min(height, height * (db / SPECTRUM_LOW_DB));
  const line = (levelOf: (column: FallingLevel) => number) => {
    context.beginPath();
    for (const [index, column] of columns.entries())
      context.lineTo(((index + 0.5) / columns.length) * width, y(levelOf(column)));
  };
  line(({ levelDb }) => levelDb);
  context.strokeStyle = colours.primary;
  context.lineWidth = 1.5;
  context.stroke();
  context.lineTo(width, height);
  context.lineTo(0, height);
  context.globalAlpha = 0.22;
  context.fillStyle = colours.primary;
  context.fill();
  context.globalAlpha = 0.8;
  line(({ heldDb }) => heldDb);
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}

function paintGrid(context: CanvasRenderingContext2D, width: number, height: number, colours: MeterColours): void {
  context.font = colours.font;
  context.fillStyle = colours.text;
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.textAlign = "left";
  context.textBaseline = "top";
  context.beginPath();
  for (const [index, [hz, name]] of FREQUENCIES.entries()) {
    const x = Math.round(frequencyPlace(hz) * width) + 0.5;
    context.moveTo(x, 0);
    context.lineTo(x, height);
    if (width > NARROW_PX || index % 2 === 1) context.fillText(name, x + 3, 3);
  }
  context.textBaseline = "bottom";
  for (const db of LEVELS_DB) {
    const y = Math.round((db / SPECTRUM_LOW_DB) * height) + 0.5;
    context.moveTo(0, y);
    context.lineTo(width, y);
    context.fillText(`\u2212${-db}`, 3, y - 1);
  }
  context.stroke();
}
