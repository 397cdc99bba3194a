import type { Listener, StreamRates } from "@/lib/analysis/extractors/listener";
import { SPECTROGRAM_HIGH_HZ, SPECTROGRAM_LOW_HZ } from "@/lib/analysis/record/constants";
import { ChromaFold } from "@/lib/dsp/harmony/chroma-fold";
import { PITCH_FFT_SIZE, PitchTransform } from "@/lib/dsp/harmony/pitch-transform";
import { mixToMono } from "@/lib/dsp/level/signal-level";
import { melBank } from "@/lib/dsp/spectrum/mel";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { SpectrumStream } from "./spectrum-stream";

export const FFT_SIZE = 2048;
export const FRAMES_PER_SECOND = 100;
const MEL_BANDS = 96;
const CEPSTRAL_COEFFICIENTS = 20;

export type StreamOptions = {
  sampleRateHz: number;
  channels: number;
  /** WAVE channel mask if the channels are not the usual ones; loudness is weighted by direction. */
  speakers?: number | undefined;
};

/** The listeners of each stream. */
type Hearing = { [Stream in keyof Listener]-?: readonly Required<Pick<Listener, Stream>>[] };

/**
 * Turns chunks of a recording into the streams of {@link Listener}. Everything about rhythm and spectrum shares one
 * short-time transform, everything about pitch shares one with longer frames. Neither runs if nobody listens.
 */
export class Streams {
  readonly rates: StreamRates;
  private readonly mono: Float32Array;
  private readonly resampler: Resampler | null;
  private readonly slicer: FrameSlicer;
  private readonly pitch: PitchTransform;
  private readonly hearing: Hearing;
  private readonly spectra: SpectrumStream;
  private readonly hearsFrames: boolean;
  private readonly hearsPitch: boolean;

  /** @param listenersAt makes the listeners once the rates of the streams are known */
  constructor(
    { sampleRateHz, channels, speakers }: StreamOptions,
    maxChunk: number,
    listenersAt: (rates: StreamRates) => readonly Listener[],
  ) {
    const analysisRateHz = analysisRateOf(sampleRateHz);
    this.mono = new Float32Array(maxChunk);
    this.resampler =
      analysisRateHz === sampleRateHz ? null : new Resampler({ fromHz: sampleRateHz, toHz: analysisRateHz });
    this.pitch = this.longFrames(analysisRateHz);
    this.slicer = this.shortFrames(analysisRateHz);
    this.rates = {
      sampleRateHz,
      channels,
      speakers: speakers ?? null,
      maxChunk,
      analysisRateHz,
      fftSize: FFT_SIZE,
      melBands: MEL_BANDS,
      cepstralCoefficients: CEPSTRAL_COEFFICIENTS,
      framesPerSecond: FRAMES_PER_SECOND,
      pitchRateHz: this.pitch.rateHz,
      pitchFftSize: PITCH_FFT_SIZE,
    };
    this.hearing = hearingOf(listenersAt(this.rates));
    this.spectra = new SpectrumStream(this.rates, this.hearing.onSpectrum);
    const hears = (streams: (keyof Listener)[]) => streams.some((stream) => this.hearing[stream].length > 0);
    this.hearsFrames = hears(["onFrame", "onMel", "onSpectrum"]);
    this.hearsPitch = hears(["onPitchSignal", "onPitchFrame", "onPitchClasses"]);
  }

  /** Takes the first `length` samples of each channel, at most `maxChunk`. */
  push(channels: Float32Array[], length: number): void {
    const { mono, resampler } = this;
    mixToMono(channels, length, mono);
    for (const listener of this.hearing.onSignal) listener.onSignal(channels, mono, length);
    if (resampler) {
      resampler.process(mono, length);
      this.pushAnalysisSignal(resampler.output, resampler.outputLength);
    } else {
      this.pushAnalysisSignal(mono, length);
    }
  }

  /** Once, after the last chunk. */
  finish(): void {
    if (this.resampler) {
      this.resampler.finish();
      this.pushAnalysisSignal(this.resampler.output, this.resampler.outputLength);
    }
    this.slicer.finish();
    if (this.hearsPitch) this.pitch.finish();
  }

  private pushAnalysisSignal(signal: Float32Array, length: number): void {
    for (const listener of this.hearing.onAnalysisSignal) listener.onAnalysisSignal(signal, length);
    if (this.hearsFrames) this.slicer.push(signal, length);
    if (this.hearsPitch) this.pitch.push(signal, length);
  }

  private shortFrames(rateHz: number): FrameSlicer {
    const fft = new RealFft(FFT_SIZE);
    const window = unitHannWindow(FFT_SIZE);
    const power = new Float64Array(fft.bins);
    const mel = new Float64Array(MEL_BANDS);
    const bank = melBank({
      sampleRateHz: rateHz,
      fftSize: FFT_SIZE,
      bands: MEL_BANDS,
      lowHz: SPECTROGRAM_LOW_HZ,
      highHz: SPECTROGRAM_HIGH_HZ,
    });
    return new FrameSlicer(FFT_SIZE, rateHz / FRAMES_PER_SECOND, (buffer, offset) => {
      const { onFrame, onMel } = this.hearing;
      fft.power(buffer, offset, window, power);
      if (onMel.length > 0 || this.spectra.readsNextFrame) bank.apply(power, mel);
      for (const listener of onFrame) listener.onFrame(power);
      for (const listener of onMel) listener.onMel(mel);
      this.spectra.push(power, mel);
    });
  }

  private longFrames(rateHz: number): PitchTransform {
    const classes = new Float64Array(12);
    let fold: ChromaFold | null = null;
    return new PitchTransform(rateHz, {
      signal: (signal, length) => {
        for (const listener of this.hearing.onPitchSignal) listener.onPitchSignal(signal, length);
      },
      frame: (power) => {
        for (const listener of this.hearing.onPitchFrame) listener.onPitchFrame(power);
        if (this.hearing.onPitchClasses.length === 0) return;
        fold ??= new ChromaFold(this.rates.pitchRateHz, this.rates.pitchFftSize);
        fold.compute(power, classes);
        for (const listener of this.hearing.onPitchClasses) listener.onPitchClasses(classes);
      },
    });
  }
}

function hearingOf(listeners: readonly Listener[]): Hearing {
  const those = <Stream extends keyof Listener>(stream: Stream) =>
    listeners.filter(
      (listener): listener is Listener & Required<Pick<Listener, Stream>> => listener[stream] !== undefined,
    );
  return {
    onSignal: those("onSignal"),
    onAnalysisSignal: those("onAnalysisSignal"),
    onFrame: those("onFrame"),
    onMel: those("onMel"),
    onSpectrum: those("onSpectrum"),
    onPitchSignal: those("onPitchSignal"),
    onPitchFrame: those("onPitchFrame"),
    onPitchClasses: those("onPitchClasses"),
  };
}

/** 44.1 and 48 kHz stay as they are, multiples of them are divided down, everything else becomes 44.1 kHz. */
function analysisRateOf(sampleRateHz: number): number {
  for (const rate of [44100, 48000]) {
    if (sampleRateHz % rate === 0) return rate;
  }
  return 44100;
}
