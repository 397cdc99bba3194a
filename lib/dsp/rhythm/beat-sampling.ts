/** What a piece does on and between its beats. */
export type BeatEvidence = {
  /** Fractional frames of the tracked beats, ascending, at least two. */
  beats: Float64Array;
  /** Onset strength per frame: low, mid and high band. */
  strengths: (Float32Array | Float64Array)[];
  framesPerSecond: number;
  /** Shares of the pitch classes, twelve values a frame; empty if the harmony is unknown. */
  chroma: Float32Array;
  chromaPerSecond: number;
};

/** A hit counts for a position this close to it. */
const REACH_FRAMES = 2;
/** Pitch classes are compared this long before and after a position, so that their windows do not overlap. */
const CHROMA_APART_SECONDS = 0.18;
const CLASSES = 12;

/**
 * Frame at `phase` (0 … 1) of the way from beat `index` to the next one. The last beat is taken to be as long as the
 * one before it.
 */
export function positionFrame(beats: Float64Array, index: number, phase: number): number {
  const last = beats.length - 1;
  const interval = index < last ? beats[index + 1] - beats[index] : beats[last] - beats[last - 1];
  return beats[index] + phase * interval;
}

/** Strength of the strongest onset of one band within two frames of a position; 0 outside the piece. */
export function strengthAt(strength: Float32Array | Float64Array, frame: number): number {
  const centre = Math.round(frame);
  const to = Math.min(strength.length - 1, centre + REACH_FRAMES);
  let best = 0;
  for (let i = Math.max(0, centre - REACH_FRAMES); i <= to; i++) if (strength[i] > best) best = strength[i];
  return best;
}

/**
 * How much the shares of the pitch classes change around a time: the sum of absolute differences, 0 … 2. 0 where they
 * are unknown.
 */
export function harmonicChangeAt({ chroma, chromaPerSecond }: BeatEvidence, seconds: number): number {
  const frames = chroma.length / CLASSES;
  const before = Math.round((seconds - CHROMA_APART_SECONDS) * chromaPerSecond);
  const after = Math.round((seconds + CHROMA_APART_SECONDS) * chromaPerSecond);
  if (before < 0 || after >= frames) return 0;
  let change = 0;
  for (let c = 0; c < CLASSES; c++) change += Math.abs(chroma[after * CLASSES + c] - chroma[before * CLASSES + c]);
  return change;
}

/** A series shifted and scaled to mean 0 and mean square 1; all 0 for a constant. */
export function unitVariance(values: Float64Array): Float64Array {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let square = 0;
  for (const value of values) square += (value - mean) ** 2 / values.length;
  const scale = square > 1e-12 * mean * mean ? 1 / Math.sqrt(square) : 0;
  return values.map((value) => (value - mean) * scale);
}

/**
 * Mean product of two equally long series, the second one read `lag` values later; 0 if they do not overlap. Of series
 * with unit variance this is their correlation.
 */
export function laggedProduct(a: Float64Array, b: Float64Array, lag: number): number {
  const count = a.length - lag;
  if (count <= 0) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[i] * b[i + lag];
  return sum / count;
}
