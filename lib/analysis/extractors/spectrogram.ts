import { encode } from "fast-png";
import { ColumnPyramid } from "@/lib/dsp/stream/column-pyramid";
import type { Listener } from "./listener";
import { evidenceStep } from "./step";

/** Width of the picture, whatever the duration. */
const COLUMNS_MAX = 2048;
/** Range shown below the loudest cell. Anything quieter has the colour of the background. */
const DYNAMIC_RANGE_DB = 75;

/** Colour stops from silence to the loudest: near-black through indigo, violet and pink to pale cyan-white. */
const STOPS: [number, number, number, number][] = [
  [0, 7, 6, 18],
  [0.15, 16, 14, 52],
  [0.32, 44, 24, 108],
  [0.48, 94, 34, 158],
  [0.62, 168, 44, 176],
  [0.75, 236, 72, 153],
  [0.86, 255, 140, 170],
  [0.94, 178, 230, 250],
  [1, 236, 254, 255],
];

const PALETTE = Array.from({ length: 256 }, (_, i) => colourAt(i / 255));

function colourAt(level: number): number[] {
  const upper = STOPS.findIndex(([position]) => position >= level);
  const [from, to] = [STOPS[Math.max(0, upper - 1)], STOPS[Math.max(1, upper)]];
  if (!from || !to) return [0, 0, 0];
  const share = (level - from[0]) / (to[0] - from[0]);
  return [1, 2, 3].map((c) => Math.round((from[c] ?? 0) + ((to[c] ?? 0) - (from[c] ?? 0)) * share));
}

class SpectrogramListener implements Listener {
  private readonly columns: ColumnPyramid;

  constructor(melBands: number) {
    this.columns = new ColumnPyramid(melBands, COLUMNS_MAX);
  }

  onMel(mel: Float64Array): void {
    this.columns.push(mel);
  }

  finish(): Uint8Array {
    const { columns } = this;
    const width = Math.max(1, columns.columns);
    const data = new Uint8Array(width * columns.rows);
    let loudest = 0;
    for (let x = 0; x < columns.columns; x++) {
      for (let band = 0; band < columns.rows; band++) loudest = Math.max(loudest, columns.mean(x, band));
    }
    if (loudest > 0) {
      const perDb = 255 / DYNAMIC_RANGE_DB;
      for (let x = 0; x < columns.columns; x++) {
        for (let band = 0; band < columns.rows; band++) {
          const db = 10 * Math.log10(columns.mean(x, band) / loudest + 1e-12);
          data[(columns.rows - 1 - band) * width + x] = Math.max(0, Math.round(255 + db * perDb));
        }
      }
    }
    return encode({ width, height: columns.rows, data, depth: 8, channels: 1, palette: PALETTE });
  }
}

/** Mel spectrogram of the short frames as a PNG: one row per band, low at the bottom. */
export const spectrogramStep = evidenceStep("spectrogram", {
  listen: ({ melBands }) => new SpectrogramListener(melBands),
  compute: ({ heard }) => heard.finish(),
});
