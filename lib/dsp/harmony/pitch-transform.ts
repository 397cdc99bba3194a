import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";

/** Pitch needs long windows but no treble: a quarter of the analysis rate, which makes windows of 0.37 s. */
const DECIMATION = 4;
/** Samples of a frame, at the decimated rate. */
export const PITCH_FFT_SIZE = 4096;
/** Samples from one frame to the next, at the decimated rate: about eleven frames a second. */
export const PITCH_HOP = 1024;

/** Receives what comes out of a {@link PitchTransform}. */
export type PitchListeners = {
  /** A stretch of the decimated signal, of which the first `length` samples count. */
  signal(samples: Float32Array, length: number): void;
  /** The power spectrum of a frame (`PITCH_FFT_SIZE / 2 + 1` bins), which the next frame overwrites. */
  frame(power: Float64Array): void;
};

/** The long frames that everything about pitch shares: a signal decimated by four, and its spectra. */
export class PitchTransform {
  /** Sample rate of the decimated signal. */
  readonly rateHz: number;
  private readonly resampler: Resampler;
  private readonly slicer: FrameSlicer;

  constructor(
    analysisRateHz: number,
    private readonly listeners: PitchListeners,
  ) {
    this.rateHz = analysisRateHz / DECIMATION;
    this.resampler = new Resampler({ fromHz: analysisRateHz, toHz: this.rateHz, passband: 0.3, stopband: 0.6 });
    const fft = new RealFft(PITCH_FFT_SIZE);
    const window = unitHannWindow(PITCH_FFT_SIZE);
    const power = new Float64Array(fft.bins);
    this.slicer = new FrameSlicer(PITCH_FFT_SIZE, PITCH_HOP, (buffer, offset) => {
      fft.power(buffer, offset, window, power);
      listeners.frame(power);
    });
  }

  /** Takes the first `length` samples at the analysis rate. */
  push(signal: Float32Array, length: number): void {
    this.resampler.process(signal, length);
    this.pass();
  }

  /** Passes on the rest. Once, after the last `push`. */
  finish(): void {
    this.resampler.finish();
    this.pass();
    this.slicer.finish();
  }

  private pass(): void {
    const { output, outputLength } = this.resampler;
    this.listeners.signal(output, outputLength);
    this.slicer.push(output, outputLength);
  }
}
