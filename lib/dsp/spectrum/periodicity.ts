import { RealFft } from "@/lib/dsp/transform/fft";
import { hannWindow } from "@/lib/dsp/transform/windows";

const LOW_HZ = 50;
const HIGH_HZ = 1000;
/** Less of the power than this beside a constant offset is rounding. */
const OFFSET_SHARE = 1e-6;

/**
 * How periodic a Hann-windowed frame is, from 0 (noise) to 1 (one harmonic tone): the largest local maximum of its
 * autocorrelation between 1 and 20 ms, divided by that of the window.
 * Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio", 1993.
 */
export class Periodicity {
  private readonly fft: RealFft;
  private readonly ones: Float64Array;
  private readonly mirrored: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;
  private readonly windowCorrelation: Float64Array;
  private readonly minLag: number;
  private readonly maxLag: number;

  constructor(
    sampleRateHz: number,
    private readonly fftSize: number,
  ) {
    this.fft = new RealFft(fftSize);
    this.ones = new Float64Array(fftSize).fill(1);
    this.mirrored = new Float64Array(fftSize);
    this.re = new Float64Array(this.fft.bins);
    this.im = new Float64Array(this.fft.bins);
    this.minLag = Math.max(2, Math.floor(sampleRateHz / HIGH_HZ));
    this.maxLag = Math.min(fftSize / 4, Math.ceil(sampleRateHz / LOW_HZ));
    this.windowCorrelation = autocorrelation(hannWindow(fftSize), this.maxLag + 2);
  }

  /** Periodicity of a frame, from its power spectrum (`fftSize / 2 + 1` bins); 0 for silence. */
  measure(power: Float64Array): number {
    const { mirrored, fftSize, re, windowCorrelation } = this;
    // A mirrored power spectrum is even, so its forward transform equals the inverse one: the unscaled autocorrelation.
    // Neither 0 Hz nor the bin that it leaks into is sound.
    for (let k = 2; k <= fftSize / 2; k++) {
      mirrored[k] = power[k];
      mirrored[fftSize - k] = power[k];
    }
    this.fft.forward(mirrored, 0, this.ones, re, this.im);
    // What is left beside a constant offset is rounding.
    if (re[0] <= OFFSET_SHARE * power[0]) return 0;
    let best = 0;
    let before = re[this.minLag - 1] / windowCorrelation[this.minLag - 1];
    let here = re[this.minLag] / windowCorrelation[this.minLag];
    for (let lag = this.minLag; lag <= this.maxLag; lag++) {
      const after = re[lag + 1] / windowCorrelation[lag + 1];
      if (here > best && here >= before && here > after) best = here;
      before = here;
      here = after;
    }
    return Math.min(1, Math.max(0, best / re[0]));
  }
}

/** Autocorrelation at the first `lags` lags, 1 at lag 0. */
function autocorrelation(signal: Float64Array, lags: number): Float64Array {
  const correlation = new Float64Array(lags);
  for (let lag = 0; lag < lags; lag++) {
    for (let i = 0; i + lag < signal.length; i++) correlation[lag] += signal[i] * signal[i + lag];
  }
  return correlation.map((value) => value / correlation[0]);
}
