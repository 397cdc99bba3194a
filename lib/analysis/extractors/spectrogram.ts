import { encode } from "fast-png";
import { SPECTROGRAM_PALETTE, SPECTROGRAM_RANGE_DB } from "@/lib/analysis/record/spectrogram-palette";
import { ColumnPyramid } from "@/lib/dsp/stream/column-pyramid";
import type { Listener } from "./listener";
import { evidenceStep } from "./step";

/** Width of the picture, whatever the duration. */
const COLUMNS_MAX = 2048;
const PALETTE = SPECTROGRAM_PALETTE.map((colour) => [...colour]);

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
      const perDb = 255 / SPECTROGRAM_RANGE_DB;
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
