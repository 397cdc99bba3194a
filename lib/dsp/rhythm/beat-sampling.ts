/** What a piece does between and on its beats, as tracked: onset strengths by band and how the harmony changes. */
export type BeatEvidence = {
  /** Fractional frames of the tracked beats, ascending. */
  beats: Float64Array;
  /** Onset strength per frame: low, mid and high band. */
  strengths: (Float32Array | Float64Array)[];
  framesPerSecond: number;
  /** Pitch classes, twelve a frame, and their frames a second; empty where harmony is unknown. */
  chroma: Float32Array;
  chromaPerSecond: number;
};

/** A hit counts for a position this close to it. */
const REACH_FRAMES = 2;
/** Pitch classes are compared this long before and after a position, so that their windows do not overlap. */
const CHROMA_APART_SECONDS = 0.18;
const CLASSES = 12;

/** Frame `phase` (0 … 1) of the way from beat `index` to the next. */
export function positionFrame(beats: Float64Array, index: number, phase: number): number {
  const last = beats.length - 1;
  const interval = index < last ? beats[index + 1] - beats[index] : beats[last] - beats[last - 1];
  return beats[index] + phase * interval;
}

/** Strength of the strongest onset next to a position, of one band. */
export function strengthAt(strength: Float32Array | Float64Array, frame: number): number {
  const centre = Math.round(frame);
  const to = Math.min(strength.length - 1, centre + REACH_FRAMES);
  let best = 0;
  for (let i = Math.max(0, centre - REACH_FRAMES); i <= to; i++) if (strength[i] > best) best = strength[i];
  return best;
}

/** How much the pitch classes change at a time, 0 … 2; 0 where they are unknown. */
export function harmonicChangeAt({ chroma, chromaPerSecond }: BeatEvidence, seconds: number): number {
  const frames = chroma.length / CLASSES;
  const before = Math.round((seconds - CHROMA_APART_SECONDS) * chromaPerSecond);
  const after = Math.round((seconds + CHROMA_APART_SECONDS) * chromaPerSecond);
  if (before < 0 || after >= frames) return 0;
  let change = 0;
  for (let c = 0; c < CLASSES; c++) change += Math.abs(chroma[after * CLASSES + c] - chroma[before * CLASSES + c]);
  return change;
}

/** Mean 0, mean square 1; all 0 for a constant. */
export function standardised(values: Float64Array): Float64Array {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let square = 0;
  for (const value of values) square += (value - mean) ** 2 / values.length;
  const scale = square > 1e-12 * mean * mean ? 1 / Math.sqrt(square) : 0;
  return values.map((value) => (value - mean) * scale);
}

/** Mean product of two equally long series, the second `lag` later; 0 where they do not overlap. */
export function laggedProduct(a: Float64Array, b: Float64Array, lag: number): number {
  const count = a.length - lag;
  if (count <= 0) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[i] * b[i + lag];
  return sum / count;
}
