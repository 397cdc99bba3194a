/** Total power of a spectrum, Σ p[k]. */
export function totalPower(power: Float64Array): number {
  const fours = power.length & ~3;
  // Four sums, because a single one would have to wait for each addition.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < fours; k += 4) {
    a += power[k];
    b += power[k + 1];
    c += power[k + 2];
    d += power[k + 3];
  }
  for (let k = fours; k < power.length; k++) a += power[k];
  return a + b + (c + d);
}

/** Bin up to which `share` (0 … 1) of the power lies: the first one where the running sum reaches it. 0 for silence. */
export function rolloffBin(power: Float64Array, share: number): number {
  const threshold = totalPower(power) * share;
  let sum = 0;
  for (let k = 0; k < power.length; k++) {
    sum += power[k];
    if (sum >= threshold) return k;
  }
  return power.length - 1;
}

/** Writes the amplitudes √power + `floor` of the first bins into `out`, as many as it holds. */
export function amplitudes(power: Float64Array, floor: number, out: Float32Array): void {
  for (let k = 0; k < out.length; k++) out[k] = Math.sqrt(power[k]) + floor;
}

/**
 * Spectral flux, 0 … √2: the Euclidean distance between successive amplitude spectra, each scaled to a length of 1. The
 * first frame gives 0. Silence counts as a spectrum of length 0.
 */
export class SpectralFlux {
  private readonly previous: Float64Array;
  private started = false;

  constructor(bins: number) {
    this.previous = new Float64Array(bins);
  }

  /** Flux from the frame before to this one (a power spectrum of `bins` values). */
  next(power: Float64Array): number {
    const { previous } = this;
    const total = totalPower(power);
    const scale = total > 0 ? 1 / Math.sqrt(total) : 0;
    let sum = 0;
    for (let k = 0; k < previous.length; k++) {
      const value = Math.sqrt(power[k]) * scale;
      const difference = value - previous[k];
      sum += difference * difference;
      previous[k] = value;
    }
    const flux = this.started ? Math.sqrt(sum) : 0;
    this.started = true;
    return flux;
  }
}
