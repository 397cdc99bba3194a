import { RealFft } from "./fft";

/**
 * Autocorrelation at lags 0 … maxLag averaged over windows of `windowLength` values half a window apart (one window
 * if the signal is shorter), each centred on its mean, scaled to 1 at lag 0 and corrected for the shrinking overlap.
 * All zero for a constant signal.
 */
export function windowedAutocorrelation(
  signal: Float32Array | Float64Array,
  windowLength: number,
  maxLag: number,
): Float64Array {
  const length = Math.min(windowLength, signal.length);
  let size = 8;
  while (size < length + maxLag) size *= 2;
  const correlator = new Correlator(size);
  const sum = new Float64Array(maxLag + 1);
  const hop = Math.max(1, length >> 1);
  for (let start = 0; start + length <= signal.length; start += hop) {
    correlator.add(signal, start, length, sum);
  }
  // A last window up to the end, so that the tail counts too.
  if ((signal.length - length) % hop > hop / 4) correlator.add(signal, signal.length - length, length, sum);
  const zero = sum[0];
  if (zero > 0) for (let lag = 0; lag <= maxLag; lag++) sum[lag] /= zero;
  return sum;
}

/** Wiener–Khinchin with buffers made once. */
class Correlator {
  private readonly fft: RealFft;
  private readonly ones: Float64Array;
  private readonly padded: Float64Array;
  private readonly power: Float64Array;
  private readonly mirrored: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  constructor(private readonly size: number) {
    this.fft = new RealFft(size);
    this.ones = new Float64Array(size).fill(1);
    this.padded = new Float64Array(size);
    this.mirrored = new Float64Array(size);
    this.power = new Float64Array(this.fft.bins);
    this.re = new Float64Array(this.fft.bins);
    this.im = new Float64Array(this.fft.bins);
  }

  add(signal: Float32Array | Float64Array, start: number, length: number, into: Float64Array): void {
    let mean = 0;
    for (let i = 0; i < length; i++) mean += signal[start + i] / length;
    this.padded.fill(0);
    let energy = 0;
    for (let i = 0; i < length; i++) {
      this.padded[i] = signal[start + i] - mean;
      energy += signal[start + i] ** 2;
    }
    this.fft.power(this.padded, 0, this.ones, this.power);
    // The power spectrum is even, so its forward transform is the inverse one times the size.
    for (let k = 0; k < this.size; k++) this.mirrored[k] = this.power[k <= this.size / 2 ? k : this.size - k];
    this.fft.forward(this.mirrored, 0, this.ones, this.re, this.im);
    // What the rounding of the mean leaves of a constant is no signal.
    if (this.re[0] <= this.size * energy * 1e-24) return;
    for (let lag = 0; lag < into.length && lag < length; lag++) {
      // Less than a quarter of the window overlapping says little: fade instead of dividing by almost nothing.
      into[lag] += this.re[lag] / Math.max(length - lag, length / 4) / (this.re[0] / length);
    }
  }
}

/** Value of `values` at a fractional index, linear between neighbours; 0 outside. */
export function interpolate(values: Float64Array, index: number): number {
  const base = Math.floor(index);
  if (base < 0 || base + 1 >= values.length) return 0;
  return values[base] + (values[base + 1] - values[base]) * (index - base);
}
