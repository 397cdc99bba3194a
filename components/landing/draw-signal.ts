import { type DemoLoop, LOOP_BEATS, LOOP_RATE_HZ } from "./demo-loop";
import { levelAtDb, logFrequencies, peakColumns } from "./signal-measures";

const BAR_PIXELS = 3;
const GAP_PIXELS = 1;
const SPECTRUM_BANDS = 56;
const FLOOR_DB = -66;
const frequencies = logFrequencies(36, 10_000, SPECTRUM_BANDS);

export interface SignalColours {
  low: string;
  mid: string;
  high: string;
  line: string;
  playhead: string;
}

export interface SignalPicture {
  columns: number;
  low: Float32Array;
  mid: Float32Array;
  high: Float32Array;
  /** Rises at once and falls slowly, like a level meter. */
  spectrumDb: Float32Array;
}

/** Measures the loop once for a canvas of this width, in CSS pixels. */
export function measureSignal(loop: DemoLoop, widthPixels: number): SignalPicture {
  const columns = Math.max(16, Math.floor(widthPixels / (BAR_PIXELS + GAP_PIXELS)));
  return {
    columns,
    low: peakColumns(loop.low, columns),
    mid: peakColumns(loop.mid, columns),
    high: peakColumns(loop.high, columns),
    spectrumDb: new Float32Array(SPECTRUM_BANDS).fill(FLOOR_DB),
  };
}

/** Moves the spectrum to `position` (0–1 of the loop). `fallDb` is how far a band may drop since the last call. */
export function advanceSpectrum(picture: SignalPicture, mix: Float32Array, position: number, fallDb: number): void {
  const centre = position * mix.length;
  for (let band = 0; band < SPECTRUM_BANDS; band += 1) {
    const at = { frequencyHz: frequencies[band] ?? 0, rateHz: LOOP_RATE_HZ, centre, windowLength: 1024 };
    const fallen = (picture.spectrumDb[band] ?? FLOOR_DB) - fallDb;
    picture.spectrumDb[band] = Math.max(FLOOR_DB, fallen, levelAtDb(mix, at));
  }
}

type Context = CanvasRenderingContext2D;

interface Area {
  top: number;
  height: number;
  width: number;
}

function drawGrid(context: Context, { top, height, width }: Area, colours: SignalColours): void {
  context.fillStyle = colours.line;
  for (let beat = 0; beat <= LOOP_BEATS; beat += 1) {
    context.globalAlpha = beat % 4 === 0 ? 0.5 : 0.22;
    context.fillRect(Math.min(width - 1, Math.round((beat * width) / LOOP_BEATS)), top, 1, height);
  }
  context.globalAlpha = 1;
}

function drawWaveform(context: Context, area: Area, picture: SignalPicture, colours: SignalColours, at: number): void {
  const middle = area.top + area.height / 2;
  const step = area.width / picture.columns;
  for (let column = 0; column < picture.columns; column += 1) {
    const layers = [
      { level: picture.low[column] ?? 0, colour: colours.low },
      { level: (picture.mid[column] ?? 0) * 0.9, colour: colours.mid },
      { level: (picture.high[column] ?? 0) * 1.6, colour: colours.high },
    ].sort((a, b) => b.level - a.level);
    context.globalAlpha = column / picture.columns <= at ? 1 : 0.38;
    for (const { level, colour } of layers) {
      const half = Math.max(0.75, Math.min(1, level * 1.25) * (area.height / 2 - 4));
      context.fillStyle = colour;
      context.beginPath();
      context.roundRect(column * step, middle - half, BAR_PIXELS, half * 2, 1.5);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

function drawSpectrum(context: Context, { top, height, width }: Area, picture: SignalPicture, colours: SignalColours) {
  const step = width / SPECTRUM_BANDS;
  for (let band = 0; band < SPECTRUM_BANDS; band += 1) {
    const level = 1 - (picture.spectrumDb[band] ?? FLOOR_DB) / FLOOR_DB;
    const barHeight = Math.max(1.5, level * height);
    context.fillStyle = band < 16 ? colours.low : band < 39 ? colours.mid : colours.high;
    context.globalAlpha = 0.35 + 0.65 * Math.max(0, level);
    context.fillRect(band * step, top + height - barHeight, Math.max(1, step - 2), barHeight);
  }
  context.globalAlpha = 1;
}

/** Paints one frame. Sizes in CSS pixels; `position` is 0–1 of the loop. */
export function drawSignal(
  context: Context,
  size: { width: number; height: number },
  picture: SignalPicture,
  colours: SignalColours,
  position: number,
): void {
  context.clearRect(0, 0, size.width, size.height);
  const wave: Area = { top: 0, height: Math.round(size.height * 0.6), width: size.width };
  const spectrumTop = wave.height + 14;
  const spectrum: Area = { top: spectrumTop, height: size.height - spectrumTop, width: size.width };
  drawGrid(context, wave, colours);
  drawWaveform(context, wave, picture, colours, position);
  drawSpectrum(context, spectrum, picture, colours);
  context.fillStyle = colours.playhead;
  context.fillRect(Math.round(position * size.width), 0, 1.5, wave.height);
}
