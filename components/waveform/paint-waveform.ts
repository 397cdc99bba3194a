import type { WaveformColumns } from "./peaks-view";

export interface WaveformColours {
  low: string;
  mid: string;
  high: string;
  axis: string;
}

export interface PaintOptions {
  columns: WaveformColumns;
  heightPixels: number;
  /** Multiplies every sample, so that a quiet recording fills the height. */
  gain: number;
  colours: WaveformColours;
}

/**
 * Paints treble over the whole envelope, mids over their share of it and bass at the core: which band
 * is which is told by its place, from the axis outwards, as well as by its colour.
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
    context.beginPath();
    for (let x = 0; x < width; x++) {
      const part = share === null ? 1 : (share[x] ?? 0);
      const up = Math.min(1, (columns.max[x] ?? 0) * gain) * part * middle;
      const down = Math.min(1, -(columns.min[x] ?? 0) * gain) * part * middle;
      if (up + down > 0) context.rect(x, middle - up, 1, up + down);
    }
    context.fill();
  }
  context.fillStyle = colours.axis;
  context.fillRect(0, Math.round(middle) - 0.5, width, 1);
}
