import { reachOf, type WaveformColumns } from "./peaks-view";

export interface WaveformColours {
  low: string;
  mid: string;
  high: string;
  axis: string;
}

export interface PaintOptions {
  columns: WaveformColumns;
  heightPixels: number;
  /** Amplification of every sample. */
  gain: number;
  colours: WaveformColours;
}

/**
 * Paints treble over the full height of the waveform, then mids and bass over their share of it. The bands can be told
 * apart by their distance from the axis as well as by colour.
 */
export function paintWaveform(context: CanvasRenderingContext2D, options: PaintOptions): void {
  const { columns, heightPixels, gain, colours } = options;
  const width = columns.min.length;
  const middle = heightPixels / 2;
  context.clearRect(0, 0, width, heightPixels);
  const layers = [
    { colour: colours.high, share: null },
    { colour: colours.mid, share: columns.midShare },
    { colour: colours.low, share: columns.lowShare },
  ];
  for (const { colour, share } of layers) {
    context.fillStyle = colour;
    for (let x = 0; x < width; x++) {
      const reach = reachOf(columns, x, gain);
      const part = share === null ? 1 : (share[x] ?? 0);
      const up = reach.up * part * middle;
      const height = up + reach.down * part * middle;
      // One path of all columns would take several times as long to fill.
      if (height > 0) context.fillRect(x, middle - up, 1, height);
    }
  }
  context.fillStyle = colours.axis;
  context.fillRect(0, Math.round(middle) - 0.5, width, 1);
}
