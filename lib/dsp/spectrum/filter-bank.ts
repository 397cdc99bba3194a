/** One band of a filter bank: consecutive weights of spectrum bins, the first of them for bin `start`. */
export type FilterRow = { start: number; weights: number[] };

/** A bank of `bands` bands from `lowHz` to `highHz` for power spectra of `fftSize / 2 + 1` bins. */
export type BankOptions = { sampleRateHz: number; fftSize: number; bands: number; lowHz: number; highHz: number };

/**
 * A filter bank that stores only its non-zero weights: `out[b] = Σ weights[b][i] · power[start[b] + i]`.
 *
 * @example
 * const bank = melBank({ sampleRateHz: 44100, fftSize: 2048, bands: 96, lowHz: 30, highHz: 16000 });
 * bank.apply(power, bandPower); // 1025 bins in, 96 bands out
 */
export class SparseBank {
  private readonly starts: Int32Array;
  /** The weights of band b are `offsets[b] … offsets[b + 1]`. */
  private readonly offsets: Int32Array;
  private readonly weights: Float64Array;

  constructor(rows: readonly FilterRow[]) {
    this.starts = Int32Array.from(rows, (row) => row.start);
    this.offsets = new Int32Array(rows.length + 1);
    rows.forEach((row, b) => {
      this.offsets[b + 1] = this.offsets[b] + row.weights.length;
    });
    this.weights = Float64Array.from(rows.flatMap((row) => row.weights));
  }

  /** Number of bands. */
  get bands(): number {
    return this.starts.length;
  }

  /** Writes the power of each band of a power spectrum (`fftSize / 2 + 1` values) into `out` (`bands` values). */
  apply(power: Float64Array, out: Float64Array): void {
    const { starts, offsets, weights } = this;
    for (let b = 0; b < starts.length; b++) {
      const end = offsets[b + 1];
      let w = offsets[b];
      let k = starts[b];
      // Two sums, because a single one would have to wait for each addition.
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

/**
 * Triangular bands with unit peaks, whose centres lie `bandsPerOctave` to the octave from `lowHz` to `highHz` or just
 * below half the sample rate. Where the transform cannot tell neighbouring centres apart, only one of them is kept.
 * Returns the bank and the centre of each of its bands in Hz.
 */
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
    const previous = centres.at(-1);
    if (previous === undefined || hz - previous >= binHz) centres.push(hz);
  }
  const rows: FilterRow[] = [];
  for (let b = 1; b + 1 < centres.length; b++) {
    const row = triangle(centres, b - 1, binHz);
    const peak = 2 / (centres[b + 1] - centres[b - 1]);
    rows.push({ start: row.start, weights: row.weights.map((weight) => weight / peak) });
  }
  return { bank: new SparseBank(rows), centresHz: centres.slice(1, -1) };
}

/**
 * Triangle from `edgesHz[b]` over `edgesHz[b + 1]` to `edgesHz[b + 2]` with an area of 1 in Hz. One that lies between
 * two bins takes the nearest bin, so that no band is empty.
 */
export function triangle(edgesHz: readonly number[], b: number, binHz: number): FilterRow {
  const [left, centre, right] = [edgesHz[b], edgesHz[b + 1], edgesHz[b + 2]];
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
