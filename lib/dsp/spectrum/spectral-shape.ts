/** Total power Σ p[k] of a spectrum. */
export function totalPower(power: Float64Array): number {
  const fours = power.length & ~3;
  // Four sums, as one alone would wait for each of its additions.
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

/** Frequency in bins below which `share` (0 … 1) of the power lies: the first bin where the running sum reaches it. */
export function rolloffBin(power: Float64Array, share: number): number {
  const threshold = totalPower(power) * share;
  let sum = 0;
  for (let k = 0; k < power.length; k++) {
    sum += power[k];
    if (sum >= threshold) return k;
  }
  return power.length - 1;
}

/** Amplitudes √(power) + floor, as single precision. */
export function amplitudes(power: Float64Array, floor: number, out: Float32Array): void {
  for (let k = 0; k < out.length; k++) out[k] = Math.sqrt(power[k]) + floor;
}

/**
 * Spectral flux, 0 … √2: Euclidean distance between successive amplitude spectra, each scaled to unit length.
 * The first frame has no predecessor and gives 0; silence counts as a spectrum of length 0.
 */
export class SpectralFlux {
  private readonly previous: Float64Array;
  private started = false;

  constructor(bins: number) {
    this.previous = new Float64Array(bins);
  }

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
