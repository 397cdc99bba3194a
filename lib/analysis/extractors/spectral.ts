import Meyda from "meyda";
import { type Spectral, spectralValue } from "@/lib/analysis/record/values/spectral";
import { ZeroCrossings } from "@/lib/dsp/level/signal-level";
import { spectralSlope } from "@/lib/dsp/spectrum/spectral-balance";
import { CONTRAST_BANDS, SpectralContrast } from "@/lib/dsp/spectrum/spectral-contrast";
import { rolloffBin, SpectralFlux } from "@/lib/dsp/spectrum/spectral-shape";
import { RunningMoments } from "@/lib/dsp/stream/running-moments";
import { msg } from "@/lib/language/text";
import type { Listener, Spectrum, StreamRates } from "./listener";
import { type Measured, measured, silent } from "./measured";
import { valueStep } from "./step";

type SpectrumFunction = (input: { ampSpectrum: Float32Array }) => number;
const { spectralCentroid, spectralSpread, spectralFlatness } = Meyda.featureExtractors as Record<
  "spectralCentroid" | "spectralSpread" | "spectralFlatness",
  SpectrumFunction
>;

const ROLLOFF_SHARE = 0.85;
const ROLLOFF_SHARE_HIGH = 0.95;

type SpectralRates = Pick<StreamRates, "analysisRateHz" | "fftSize" | "cepstralCoefficients">;

/** Means over the frames that are not silent. Meyda's moments are in bins; here they become hertz. */
export class SpectralListener implements Listener {
  private readonly flux: SpectralFlux;
  private readonly contrast: SpectralContrast;
  private readonly contrasts = new Float64Array(CONTRAST_BANDS);
  private readonly contrastMoments = new RunningMoments(CONTRAST_BANDS);
  private readonly mfccMoments: RunningMoments;
  private readonly meanPower: Float64Array;
  private readonly crossings = new ZeroCrossings();
  private readonly binHz: number;
  private frames = 0;
  private centroid = 0;
  private spread = 0;
  private flatness = 0;
  private rolloff = 0;
  private rolloffHigh = 0;
  private fluxSum = 0;

  constructor({ analysisRateHz, fftSize, cepstralCoefficients }: SpectralRates) {
    this.binHz = analysisRateHz / fftSize;
    this.mfccMoments = new RunningMoments(cepstralCoefficients);
    this.flux = new SpectralFlux(fftSize / 2 + 1);
    this.meanPower = new Float64Array(fftSize / 2 + 1);
    this.contrast = new SpectralContrast(analysisRateHz, fftSize);
  }

  /** Counts the sign changes of the unwindowed signal. */
  onSignal(_channels: Float32Array[], mono: Float32Array, length: number): void {
    this.crossings.add(mono, length);
  }

  onSpectrum(spectrum: Spectrum | null): void {
    if (!spectrum) return;
    const { power, amplitude, cepstrum } = spectrum;
    const input = { ampSpectrum: amplitude };
    this.centroid += spectralCentroid(input);
    this.spread += spectralSpread(input);
    this.flatness += spectralFlatness(input);
    this.rolloff += rolloffBin(power, ROLLOFF_SHARE);
    this.fluxSum += this.flux.next(power);
    this.rolloffHigh += rolloffBin(power, ROLLOFF_SHARE_HIGH);
    this.mfccMoments.add(cepstrum);
    this.contrast.compute(power, this.contrasts);
    this.contrastMoments.add(this.contrasts);
    for (let k = 0; k < power.length; k++) this.meanPower[k] = (this.meanPower[k] as number) + (power[k] as number);
    this.frames++;
  }

  finish(signalRateHz: number): Measured<Spectral> {
    const { frames, binHz } = this;
    if (frames === 0) return silent(msg("The file is silent, so it has no timbre."));
    return measured({
      centroidHz: (this.centroid / frames) * binHz,
      spreadHz: (this.spread / frames) * binHz,
      rolloffHz: (this.rolloff / frames) * binHz,
      rolloff95Hz: (this.rolloffHigh / frames) * binHz,
      flatness: Math.min(1, this.flatness / frames),
      zeroCrossingRate: this.crossings.perSecond(signalRateHz),
      flux: this.fluxSum / Math.max(1, frames - 1),
      mfcc: [...this.mfccMoments.mean],
      mfccVariance: Array.from(this.mfccMoments.mean, (_, c) => this.mfccMoments.variance(c)),
      contrastDb: [...this.contrastMoments.mean],
      slopeDbPerOctave: spectralSlope(this.meanPower, binHz),
      confidence: 1,
    });
  }
}

export const spectralStep = valueStep(spectralValue, {
  listen: (rates) => new SpectralListener(rates),
  compute: ({ sampleRateHz, heard }) => heard.finish(sampleRateHz),
});
