import type { Listener, Spectrum, StreamRates } from "@/lib/analysis/extractors/listener";
import { Cepstrum } from "@/lib/dsp/spectrum/cepstrum";
import { amplitudes, totalPower } from "@/lib/dsp/spectrum/spectral-shape";

/** Listeners compute a power function for every bin, so they only get every fourth frame. */
const FRAME_STEP = 4;
/** Frames quieter than this (mean square, full scale = 1) are silence: −80 dB. */
const SILENCE_POWER = 1e-8;
/** Added to each amplitude, because the logarithm of an empty bin would make Meyda's flatness 0 or NaN. */
const AMPLITUDE_FLOOR = 1e-9;

/** Hands every fourth short frame in detail to those that listen to spectra. */
export class SpectrumStream {
  private readonly cepstrum: Cepstrum;
  private readonly spectrum: Omit<Spectrum, "power">;
  private frames = 0;

  constructor(
    { fftSize, melBands, cepstralCoefficients }: Pick<StreamRates, "fftSize" | "melBands" | "cepstralCoefficients">,
    private readonly listeners: readonly Required<Pick<Listener, "onSpectrum">>[],
  ) {
    this.cepstrum = new Cepstrum(melBands, cepstralCoefficients);
    this.spectrum = {
      amplitude: new Float32Array(fftSize / 2 + 1),
      cepstrum: new Float64Array(cepstralCoefficients),
    };
  }

  /** Whether the mel bands of the next frame are needed. */
  get readsNextFrame(): boolean {
    return this.listeners.length > 0 && this.frames % FRAME_STEP === 0;
  }

  /** One short frame: its power spectrum and the powers of the mel bands. */
  push(power: Float64Array, mel: Float64Array): void {
    const isRead = this.readsNextFrame;
    this.frames++;
    if (!isRead) return;
    const spectrum = this.detail(power, mel);
    for (const listener of this.listeners) listener.onSpectrum(spectrum);
  }

  private detail(power: Float64Array, mel: Float64Array): Spectrum | null {
    // A sine of amplitude 1, mean square 1/2, spreads to a total of 3/2 under the window.
    if (totalPower(power) / 3 < SILENCE_POWER) return null;
    const { amplitude, cepstrum } = this.spectrum;
    amplitudes(power, AMPLITUDE_FLOOR, amplitude);
    cepstrum.fill(0);
    this.cepstrum.addTo(mel, cepstrum);
    return { power, amplitude, cepstrum };
  }
}
