import { RealFft } from "./fft";

/**
 * Autocorrelation of a series, averaged over windows of `windowLength` values that overlap by half (one window if the
 * series is shorter). Each window is centred on its mean, scaled to 1 at lag 0 and corrected for the shrinking overlap.
 *
 * @returns `maxLag + 1` values, about −1 … 1, the first of them 1; all 0 for a constant series
 * @throws RangeError if the window has no values or the largest lag is negative
 */
export function windowedAutocorrelation(
  signal: Float32Array | Float64Array,
  windowLength: number,
  maxLag: number,
): Float64Array {
  if (!(windowLength >= 1 && maxLag >= 0)) {
    throw new RangeError(`windowLength must be at least 1 and maxLag at least 0, got ${windowLength} and ${maxLag}`);
  }
  const length = Math.min(windowLength, signal.length);
  let size = 8;
  while (size < length + maxLag) size *= 2;
  const correlator = new Correlator(size);
  const sum = new Float64Array(maxLag + 1);
  const hop = Math.max(1, length >> 1);
  for (let start = 0; start + length <= signal.length; start += hop) {
    correlator.add(signal, start, length, sum);
  }
  // One more window up to the end, so that the tail counts too.
  if ((signal.length - length) % hop > hop / 4) correlator.add(signal, signal.length - length, length, sum);
  const zero = sum[0];
  if (zero > 0) for (let lag = 0; lag <= maxLag; lag++) sum[lag] /= zero;
  return sum;
}

/** Autocorrelation of a window by the Wiener–Khinchin theorem. Buffers are made once. */
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

  /** Adds the autocorrelation of the window from `start` to `into`. */
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
    // What rounding of the mean leaves of a constant is not a signal.
    if (this.re[0] <= this.size * energy * 1e-24) return;
    for (let lag = 0; lag < into.length && lag < length; lag++) {
      // An overlap below a quarter of the window says little: fade instead of dividing by almost nothing.
      into[lag] += this.re[lag] / Math.max(length - lag, length / 4) / (this.re[0] / length);
    }
  }
}
