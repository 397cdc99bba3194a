import type { Envelope, MelMap, Piece } from "@/components/visualizer/engine/piece";

/** How a moment sounds, each 0 … 1. */
export interface Timbre {
  /** Where the middle of its spectrum is, from low to high on the mel scale. */
  brightness: number;
  level: number;
  /** 0 = a few partials, 1 = all bands alike. */
  noisiness: number;
}

/** How a piece sounds from its beginning to its end, at equal steps. */
export interface TimbreLine {
  steps: number;
  brightness: Float32Array;
  level: Float32Array;
  noisiness: Float32Array;
  /** What it was measured from. Without any, all values are 0. */
  source: "mel" | "envelope" | "none";
}

const STEPS_MAX = 1024;
/** A column below this mean is silence: it has no brightness. */
const SILENT = 0.004;
const EPSILON = 0.02;

export function sourceOf({ mel, envelope }: Pick<Piece, "mel" | "envelope">): TimbreLine["source"] {
  if (mel && mel.columns > 0 && mel.bands > 0) return "mel";
  return envelope && envelope.level.length > 0 ? "envelope" : "none";
}

/** How a piece sounds at a moment. Written into `into`, which is returned. */
export function timbreAt(piece: Piece, seconds: number, into: Timbre): Timbre {
  const source = sourceOf(piece);
  into.brightness = into.level = into.noisiness = 0;
  if (source === "mel" && piece.mel) {
    const { columns, secondsPerColumn } = piece.mel;
    ofColumn(piece.mel, Math.min(columns - 1, Math.max(0, Math.floor(seconds / secondsPerColumn))), into);
  }
  if (piece.envelope && piece.envelope.level.length > 0) ofEnvelope(piece.envelope, seconds, source === "mel", into);
  return into;
}

/**
 * Brightness is the centroid of the squared values, noisiness their flatness (geometric by arithmetic mean), level their
 * mean.
 */
function ofColumn({ bands, values }: MelMap, column: number, into: Timbre): void {
  let sum = 0;
  let squares = 0;
  let centre = 0;
  let logs = 0;
  for (let band = 0; band < bands; band++) {
    const value = (values[column * bands + band] ?? 0) / 255;
    sum += value;
    squares += value * value;
    centre += value * value * (bands > 1 ? band / (bands - 1) : 0.5);
    logs += Math.log(value + EPSILON);
  }
  const mean = sum / bands;
  into.level = mean;
  if (mean < SILENT) return;
  into.brightness = centre / squares;
  into.noisiness = Math.min(1, Math.max(0, Math.exp(logs / bands) / (mean + EPSILON)));
}

function ofEnvelope(envelope: Envelope, seconds: number, hasSpectrum: boolean, into: Timbre): void {
  const last = envelope.level.length - 1;
  const at = Math.min(last, Math.max(0, Math.floor(seconds / envelope.secondsPerPoint)));
  into.level = envelope.level[at] ?? 0;
  if (hasSpectrum) return;
  const [low, mid, high] = [envelope.low[at] ?? 0, envelope.mid[at] ?? 0, envelope.high[at] ?? 0];
  const all = low + mid + high;
  into.brightness = all > SILENT ? (0.15 * low + 0.5 * mid + 0.85 * high) / all : 0;
}

/** The whole piece: each step is the mean of the moments in it, smoothed so that a path through it has no corners. */
export function timbreLine(piece: Piece): TimbreLine {
  const source = sourceOf(piece);
  const points = source === "mel" ? (piece.mel?.columns ?? 0) : (piece.envelope?.level.length ?? 0);
  const steps = source === "none" ? 2 : Math.min(STEPS_MAX, Math.max(2, points));
  const perStep = Math.min(8, Math.max(1, Math.ceil(points / steps)));
  const line: TimbreLine = {
    steps,
    source,
    brightness: new Float32Array(steps),
    level: new Float32Array(steps),
    noisiness: new Float32Array(steps),
  };
  const moment: Timbre = { brightness: 0, level: 0, noisiness: 0 };
  for (let step = 0; step < steps; step++) {
    let audible = 0;
    for (let part = 0; part < perStep; part++) {
      timbreAt(piece, ((step + (part + 0.5) / perStep) / steps) * piece.durationSeconds, moment);
      const weight = moment.level + 1e-6;
      audible += weight;
      line.brightness[step] = (line.brightness[step] ?? 0) + moment.brightness * weight;
      line.noisiness[step] = (line.noisiness[step] ?? 0) + moment.noisiness * weight;
      line.level[step] = (line.level[step] ?? 0) + moment.level / perStep;
    }
    line.brightness[step] = (line.brightness[step] ?? 0) / audible;
    line.noisiness[step] = (line.noisiness[step] ?? 0) / audible;
  }
  const loudest = line.level.reduce((most, level) => Math.max(most, level), 0);
  if (loudest > SILENT) for (let step = 0; step < steps; step++) line.level[step] = (line.level[step] ?? 0) / loudest;
  const reach = Math.ceil(steps / 160);
  for (const values of [line.brightness, line.level, line.noisiness]) for (let i = 0; i < 3; i++) blur(values, reach);
  return line;
}

/** The mean of each value and its neighbours up to `reach` away. */
function blur(values: Float32Array, reach: number): void {
  const before = values.slice();
  for (let i = 0; i < values.length; i++) {
    let sum = 0;
    let count = 0;
    for (let at = Math.max(0, i - reach); at <= Math.min(values.length - 1, i + reach); at++) {
      sum += before[at] ?? 0;
      count++;
    }
    values[i] = sum / count;
  }
}
