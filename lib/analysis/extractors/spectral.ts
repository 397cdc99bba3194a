import Meyda from "meyda";
import type { Spectral } from "@/lib/analysis/schema";
import { Cepstrum } from "@/lib/dsp/cepstrum";
import { amplitudes, rolloffBin, SpectralFlux, totalPower } from "@/lib/dsp/spectral-shape";
import { absent, type Measured, measured } from "./extractor";

type SpectrumFunction = (input: { ampSpectrum: Float32Array }) => number;
const { spectralCentroid, spectralSpread, spectralFlatness } = Meyda.featureExtractors as Record<
  "spectralCentroid" | "spectralSpread" | "spectralFlatness",
  SpectrumFunction
>;

const MFCC_COEFFICIENTS = 20;
const ROLLOFF_SHARE = 0.85;
/** Frames quieter than this (mean square, full scale = 1) are silence: −80 dB. */
const SILENCE_POWER = 1e-8;
/** Added to each amplitude: the logarithm of an empty bin would make Meyda's flatness 0 or NaN. */
const AMPLITUDE_FLOOR = 1e-9;
/** Meyda's moments cost a power function a bin, so they are taken of every fourth frame. */
const FRAME_STEP = 4;

/** Timbre as means over the frames that are not silent. Meyda's moments are in bins; here they become hertz. */
export class SpectralExtractor {
  private readonly cepstrum: Cepstrum;
  private readonly flux: SpectralFlux;
  private readonly amplitude: Float32Array;
  private readonly mfcc = new Float64Array(MFCC_COEFFICIENTS);
  private readonly binHz: number;
  private index = 0;
  private frames = 0;
  private centroid = 0;
  private spread = 0;
  private flatness = 0;
  private rolloff = 0;
  private fluxSum = 0;

  constructor(sampleRateHz: number, fftSize: number, melBands: number) {
    this.binHz = sampleRateHz / fftSize;
    this.cepstrum = new Cepstrum(melBands, MFCC_COEFFICIENTS);
    this.flux = new SpectralFlux(fftSize / 2 + 1);
    this.amplitude = new Float32Array(fftSize / 2 + 1);
  }

  /** One frame of the shared transform: its power spectrum and the powers of the mel bands. */
  push(power: Float64Array, melPower: Float64Array): void {
    if (this.index++ % FRAME_STEP !== 0) return;
    // A sine of amplitude 1, mean square 1/2, spreads to a total of 3/2 under the window.
    if (totalPower(power) / 3 < SILENCE_POWER) return;
    amplitudes(power, AMPLITUDE_FLOOR, this.amplitude);
    const input = { ampSpectrum: this.amplitude };
    this.centroid += spectralCentroid(input);
    this.spread += spectralSpread(input);
    this.flatness += spectralFlatness(input);
    this.rolloff += rolloffBin(power, ROLLOFF_SHARE);
    this.fluxSum += this.flux.next(power);
    this.cepstrum.addTo(melPower, this.mfcc);
    this.frames++;
  }

  finish(zeroCrossingRate: number): Measured<Spectral> {
    const { frames, binHz } = this;
    if (frames === 0) return absent("silence", "The file is silent, so it has no timbre.");
    return measured({
      centroidHz: (this.centroid / frames) * binHz,
      spreadHz: (this.spread / frames) * binHz,
      rolloffHz: (this.rolloff / frames) * binHz,
      flatness: Math.min(1, this.flatness / frames),
      zeroCrossingRate,
      flux: this.fluxSum / Math.max(1, frames - 1),
      mfcc: Array.from(this.mfcc, (sum) => sum / frames),
      confidence: 1,
    });
  }
}
