import Meyda from "meyda";
import type { Spectral } from "@/lib/analysis/record/schema";
import { ZeroCrossings } from "@/lib/dsp/level/signal-level";
import { Cepstrum } from "@/lib/dsp/spectrum/cepstrum";
import { spectralSlope } from "@/lib/dsp/spectrum/spectral-balance";
import { CONTRAST_BANDS, SpectralContrast } from "@/lib/dsp/spectrum/spectral-contrast";
import { amplitudes, rolloffBin, SpectralFlux, totalPower } from "@/lib/dsp/spectrum/spectral-shape";
import { RunningMoments } from "@/lib/dsp/stream/running-moments";
import { absent, type Measured, measured } from "./extractor";

type SpectrumFunction = (input: { ampSpectrum: Float32Array }) => number;
const { spectralCentroid, spectralSpread, spectralFlatness } = Meyda.featureExtractors as Record<
  "spectralCentroid" | "spectralSpread" | "spectralFlatness",
  SpectrumFunction
>;

const MFCC_COEFFICIENTS = 20;
const ROLLOFF_SHARE = 0.85;
const ROLLOFF_SHARE_HIGH = 0.95;
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
  private readonly contrast: SpectralContrast;
  private readonly contrasts = new Float64Array(CONTRAST_BANDS);
  private readonly contrastMoments = new RunningMoments(CONTRAST_BANDS);
  private readonly mfccMoments = new RunningMoments(MFCC_COEFFICIENTS);
  private readonly meanPower: Float64Array;
  private readonly crossings = new ZeroCrossings();
  /** Of the frame that `push` measured last. */
  readonly amplitude: Float32Array;
  readonly coefficients = new Float64Array(MFCC_COEFFICIENTS);
  private readonly binHz: number;
  private index = 0;
  private frames = 0;
  private centroid = 0;
  private spread = 0;
  private flatness = 0;
  private rolloff = 0;
  private rolloffHigh = 0;
  private fluxSum = 0;

  constructor(sampleRateHz: number, fftSize: number, melBands: number) {
    this.binHz = sampleRateHz / fftSize;
    this.cepstrum = new Cepstrum(melBands, MFCC_COEFFICIENTS);
    this.flux = new SpectralFlux(fftSize / 2 + 1);
    this.amplitude = new Float32Array(fftSize / 2 + 1);
    this.meanPower = new Float64Array(fftSize / 2 + 1);
    this.contrast = new SpectralContrast(sampleRateHz, fftSize);
  }

  /** The unwindowed signal, at any one rate: its sign changes are counted. */
  pushSignal(mono: Float32Array, length: number): void {
    this.crossings.add(mono, length);
  }

  /** Whether the next frame is one of those that are measured, and its mel bands are read. */
  get readsNextFrame(): boolean {
    return this.index % FRAME_STEP === 0;
  }

  /** One frame of the shared transform: its power spectrum and the powers of the mel bands. */
  push(power: Float64Array, melPower: Float64Array): "measured" | "silent" | "skipped" {
    if (this.index++ % FRAME_STEP !== 0) return "skipped";
    // A sine of amplitude 1, mean square 1/2, spreads to a total of 3/2 under the window.
    if (totalPower(power) / 3 < SILENCE_POWER) return "silent";
    amplitudes(power, AMPLITUDE_FLOOR, this.amplitude);
    const input = { ampSpectrum: this.amplitude };
    this.centroid += spectralCentroid(input);
    this.spread += spectralSpread(input);
    this.flatness += spectralFlatness(input);
    this.rolloff += rolloffBin(power, ROLLOFF_SHARE);
    this.fluxSum += this.flux.next(power);
    this.rolloffHigh += rolloffBin(power, ROLLOFF_SHARE_HIGH);
    this.coefficients.fill(0);
    this.cepstrum.addTo(melPower, this.coefficients);
    this.mfccMoments.add(this.coefficients);
    this.contrast.compute(power, this.contrasts);
    this.contrastMoments.add(this.contrasts);
    for (let k = 0; k < power.length; k++) this.meanPower[k] = (this.meanPower[k] as number) + (power[k] as number);
    this.frames++;
    return "measured";
  }

  finish(signalRateHz: number): Measured<Spectral> {
    const { frames, binHz } = this;
    if (frames === 0) return absent("silence", "The file is silent, so it has no timbre.");
    return measured({
      centroidHz: (this.centroid / frames) * binHz,
      spreadHz: (this.spread / frames) * binHz,
      rolloffHz: (this.rolloff / frames) * binHz,
      rolloff95Hz: (this.rolloffHigh / frames) * binHz,
      flatness: Math.min(1, this.flatness / frames),
      zeroCrossingRate: this.crossings.perSecond(signalRateHz),
      flux: this.fluxSum / Math.max(1, frames - 1),
      mfcc: [...this.mfccMoments.mean],
      mfccVariance: Array.from(this.coefficients, (_, c) => this.mfccMoments.variance(c)),
      contrastDb: [...this.contrastMoments.mean],
      slopeDbPerOctave: spectralSlope(this.meanPower, binHz),
      confidence: 1,
    });
  }
}
