const LINEAR_HZ_PER_MEL = 200 / 3;
const BREAK_HZ = 1000;
const BREAK_MEL = BREAK_HZ / LINEAR_HZ_PER_MEL;
const LOG_STEP = Math.log(6.4) / 27;

/** Slaney's mel scale: linear to 1 kHz, logarithmic above. Slaney, "Auditory Toolbox", 1998. */
export function hzToMel(hz: number): number {
  return hz < BREAK_HZ ? hz / LINEAR_HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
}

/** Inverse of {@link hzToMel}. */
export function melToHz(mel: number): number {
  return mel < BREAK_MEL ? mel * LINEAR_HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
}

/** A filter bank as rows of consecutive non-zero weights: `out[b] = Σ weights · power[start …]`. */
export class SparseBank {
  private readonly starts: Int32Array;
  /** `offsets[b] … offsets[b + 1]` are the weights of band b. */
  private readonly offsets: Int32Array;
  private readonly weights: Float64Array;

  constructor(rows: { start: number; weights: number[] }[]) {
    this.starts = Int32Array.from(rows, (row) => row.start);
    this.offsets = new Int32Array(rows.length + 1);
    rows.forEach((row, b) => {
      this.offsets[b + 1] = this.offsets[b] + row.weights.length;
    });
    this.weights = Float64Array.from(rows.flatMap((row) => row.weights));
  }

  get bands(): number {
    return this.starts.length;
  }

  apply(power: Float64Array, out: Float64Array): void {
    const { starts, offsets, weights } = this;
    for (let b = 0; b < starts.length; b++) {
      const end = offsets[b + 1];
      let w = offsets[b];
      let k = starts[b];
      // Two sums, as one alone would wait for each of its additions.
      let even = 0;
      let odd = 0;
      for (; w + 1 < end; w += 2, k += 2) {
        even += weights[w] * power[k];
        odd += weights[w + 1] * power[k + 1];
      }
      out[b] = w < end ? even + odd + weights[w] * power[k] : even + odd;
    }
  }
}

export type BankOptions = { sampleRateHz: number; fftSize: number; bands: number; lowHz: number; highHz: number };

/**
 * Triangular mel bank with Slaney's area normalisation (2 / width in Hz), as librosa's `filters.mel`.
 * Bands narrower than a bin take the nearest bin, so that none is empty.
 */
export function melBank({ sampleRateHz, fftSize, bands, lowHz, highHz }: BankOptions): SparseBank {
  const low = hzToMel(lowHz);
  const high = hzToMel(Math.min(highHz, sampleRateHz / 2));
  const edges = Array.from({ length: bands + 2 }, (_, i) => melToHz(low + ((high - low) * i) / (bands + 1)));
  return new SparseBank(edges.slice(0, bands).map((_, b) => triangle(edges, b, sampleRateHz / fftSize)));
}

/** Triangular bank with centres `bandsPerOctave` to the octave and unit peak: log-frequency bands for onsets. */
export function logBank(options: Omit<BankOptions, "bands"> & { bandsPerOctave: number }): {
  bank: SparseBank;
  centresHz: number[];
} {
  const { sampleRateHz, fftSize, bandsPerOctave, lowHz, highHz } = options;
  const binHz = sampleRateHz / fftSize;
  const top = Math.min(highHz, (sampleRateHz / 2) * 0.98);
  const centres: number[] = [];
  for (let i = 0; ; i++) {
    const hz = lowHz * 2 ** (i / bandsPerOctave);
    if (hz > top) break;
    // Below the resolution of the transform neighbouring centres share a bin: keep one of them.
    const previous = centres.at(-1);
    if (previous === undefined || hz - previous >= binHz) centres.push(hz);
  }
  const rows = [];
  for (let b = 1; b + 1 < centres.length; b++) {
    const row = triangle(centres, b - 1, binHz);
    const peak = 2 / (centres[b + 1] - centres[b - 1]);
    rows.push({ start: row.start, weights: row.weights.map((weight) => weight / peak) });
  }
  return { bank: new SparseBank(rows), centresHz: centres.slice(1, -1) };
}

function triangle(edges: number[], b: number, binHz: number): { start: number; weights: number[] } {
  const [left, centre, right] = [edges[b], edges[b + 1], edges[b + 2]];
  const height = 2 / (right - left);
  const first = Math.max(0, Math.ceil(left / binHz));
  const weights: number[] = [];
  for (let k = first; k * binHz < right; k++) {
    const hz = k * binHz;
    weights.push(Math.max(0, height * Math.min((hz - left) / (centre - left), (right - hz) / (right - centre))));
  }
  if (weights.some((weight) => weight > 0)) return { start: first, weights };
  return { start: Math.round(centre / binHz), weights: [height] };
}
