import { FeatureLayout, labels } from "@/lib/dsp/learned/feature-layout";
import { spectralCrest } from "@/lib/dsp/spectrum/spectral-crest";
import { RealFft } from "@/lib/dsp/transform/fft";
import { hannWindow } from "@/lib/dsp/transform/windows";

const FRAME_SIZE = 4096;
const PITCH_LOW_HZ = 35;
const PITCH_HIGH_HZ = 2500;
/** Bands in which lines are told from noise. */
const CREST_EDGES_HZ = [60, 150, 400, 1000, 2500, 6000, 14_000];
/** The period is the shortest lag whose correlation comes this close to the best one. */
const NEAR_BEST_SHARE = 0.9;
/** A frame with less clarity than this has no pitch. */
const PITCHED_CLARITY = 0.4;
/** Pitch is counted in octaves from here. */
const MIDDLE_PITCH_HZ = 200;
/** Total power of a frame that is silent. */
const SILENCE_POWER = 1e-12;

/**
 * What `SoundFrame.measure` writes: clarity 0 … 1; pitch in octaves from 200 Hz, 0 without one; the same times the
 * clarity; and the crest of each band, named by its lower edge.
 */
export const FRAME_LAYOUT = new FeatureLayout({
  clarity: "value",
  pitch: "value",
  clearPitch: "value",
  crest: labels(CREST_EDGES_HZ.slice(0, -1)),
});
const AT = FRAME_LAYOUT.offsets;

/** How pitched a frame of about 0.1 s is, at which pitch, and how far lines stand out of its spectrum. */
export class SoundFrame {
  private readonly fft = new RealFft(2 * FRAME_SIZE);
  private readonly window = new Float64Array(2 * FRAME_SIZE);
  private readonly frame = new Float64Array(2 * FRAME_SIZE);
  private readonly ones = new Float64Array(2 * FRAME_SIZE).fill(1);
  private readonly power = new Float64Array(this.fft.bins);
  private readonly mirrored = new Float64Array(2 * FRAME_SIZE);
  private readonly correlation = new Float64Array(this.fft.bins);
  private readonly imaginary = new Float64Array(this.fft.bins);
  private readonly windowCorrelation: Float64Array;

  constructor(private readonly sampleRateHz: number) {
    this.window.set(hannWindow(FRAME_SIZE));
    this.windowCorrelation = Float64Array.from(this.autocorrelation(this.window));
  }

  /**
   * Writes the values of the frame of `signal` that begins at `start` into `out` from index `at`, as
   * {@link FRAME_LAYOUT} says. Writes nothing if the signal is over or silent there.
   */
  measure(signal: Float32Array, start: number, out: Float64Array, at: number): void {
    if (start + FRAME_SIZE > signal.length) return;
    const { frame, power } = this;
    for (let i = 0; i < FRAME_SIZE; i++) frame[i] = signal[start + i];
    this.fft.power(frame, 0, this.window, power);
    let total = 0;
    for (let k = 2; k < power.length; k++) total += power[k];
    if (total <= SILENCE_POWER) return;
    const { clarity, hz } = this.periodicity();
    const octaves = clarity > PITCHED_CLARITY ? Math.log2(hz / MIDDLE_PITCH_HZ) : 0;
    out[at + AT.clarity] = clarity;
    out[at + AT.pitch] = octaves;
    out[at + AT.clearPitch] = clarity * octaves;
    const bin = (hz: number) => Math.round(hz / (this.sampleRateHz / (2 * FRAME_SIZE)));
    for (let c = 0; c + 1 < CREST_EDGES_HZ.length; c++) {
      out[at + AT.crest + c] = spectralCrest(power, bin(CREST_EDGES_HZ[c]), bin(CREST_EDGES_HZ[c + 1]));
    }
  }

  /**
   * Clarity (0 … 1) and pitch by the normalised autocorrelation of the frame, at the shortest lag that is nearly the
   * best. Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio", 1993.
   */
  private periodicity(): { clarity: number; hz: number } {
    const lowest = Math.floor(this.sampleRateHz / PITCH_HIGH_HZ);
    const longest = Math.min(FRAME_SIZE / 3, Math.ceil(this.sampleRateHz / PITCH_LOW_HZ));
    const correlation = this.correlationOf(this.power);
    const value = (lag: number) => correlation[lag] / correlation[0] / (this.windowCorrelation[lag] || 1);
    let best = 0;
    for (let lag = lowest; lag <= longest; lag++) {
      if (value(lag) > best && value(lag) >= value(lag - 1) && value(lag) > value(lag + 1)) best = value(lag);
    }
    if (best <= 0) return { clarity: 0, hz: 0 };
    for (let lag = lowest; lag <= longest; lag++) {
      const here = value(lag);
      if (here >= best * NEAR_BEST_SHARE && here >= value(lag - 1) && here > value(lag + 1))
        return { clarity: Math.min(1, best), hz: this.sampleRateHz / lag };
    }
    return { clarity: 0, hz: 0 };
  }

  /** Autocorrelation of the window itself, 1 at lag 0. */
  private autocorrelation(window: Float64Array): Float64Array {
    this.fft.power(window, 0, this.ones, this.power);
    const correlation = this.correlationOf(this.power, 0);
    const first = correlation[0];
    return correlation.map((value) => value / first);
  }

  /** Unscaled autocorrelation: the real part of the transform of the power spectrum, mirrored. */
  private correlationOf(power: Float64Array, firstBin = 2): Float64Array {
    const { mirrored } = this;
    mirrored.fill(0, 0, firstBin);
    mirrored.fill(0, mirrored.length - firstBin);
    for (let k = firstBin; k < power.length; k++) {
      mirrored[k] = power[k];
      mirrored[(mirrored.length - k) % mirrored.length] = power[k];
    }
    this.fft.forward(mirrored, 0, this.ones, this.correlation, this.imaginary);
    return this.correlation;
  }
}
