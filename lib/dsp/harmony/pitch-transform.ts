import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";

/** Pitch needs long windows and no treble: a quarter of the analysis rate, 0.37 s windows. */
const DECIMATION = 4;
export const PITCH_FFT_SIZE = 4096;
export const PITCH_HOP = 1024;

export type PitchListeners = {
  /** Each stretch of the decimated signal. */
  signal(samples: Float32Array, length: number): void;
  /** Each frame's power spectrum, which the next frame overwrites. */
  frame(power: Float64Array): void;
};

/** The long frames that everything about pitch shares. */
export class PitchTransform {
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

  push(signal: Float32Array, length: number): void {
    this.resampler.process(signal, length);
    this.pass();
  }

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
