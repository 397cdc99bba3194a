import { PeaksExtractor } from "@/lib/analysis/extractors/peaks";
import { SpectrogramExtractor } from "@/lib/analysis/extractors/spectrogram";
import {
  EXTRACTORS,
  type ExtractorName,
  SPECTROGRAM_HIGH_HZ,
  SPECTROGRAM_LOW_HZ,
} from "@/lib/analysis/record/constants";
import type { Features } from "@/lib/analysis/record/schema";
import { PITCH_FFT_SIZE, PitchTransform } from "@/lib/dsp/harmony/pitch-transform";
import { copyFinite, mixToMono } from "@/lib/dsp/level/signal-level";
import { melBank } from "@/lib/dsp/spectrum/mel";
import { RealFft } from "@/lib/dsp/transform/fft";
import { FrameSlicer } from "@/lib/dsp/transform/frames";
import { Resampler } from "@/lib/dsp/transform/resample";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { ExtractorSet, neededExtractors } from "./extractor-set";
import { composeFeatures } from "./features";

export type EngineOptions = {
  sampleRateHz: number;
  channels: number;
  /** WAVE channel mask, where the channels are not the usual ones: loudness weighs by direction. */
  speakers?: number | undefined;
  /** Whether to draw the waveform and the spectrogram. */
  pictures: boolean;
  /** Checked at every chunk; `push` and `finish` throw its reason. */
  signal?: AbortSignal;
  /** Which to run; all by default. The value of one left out is null, without a reason. */
  extractors?: readonly ExtractorName[];
};

export type EngineResult = {
  features: Features;
  pictures: { peaks: Uint8Array; spectrogramPng: Uint8Array } | null;
};

export type Engine = {
  /** One array a channel, equally long, at the original rate, of any length. The arrays may be reused afterwards. */
  push(block: Float32Array[]): void;
  /** Once, after the last block. */
  finish(): EngineResult;
};

/** Blocks of any length are cut into chunks of this many samples, so that the result does not depend on them. */
export const CHUNK = 4096;
export const FFT_SIZE = 2048;
export const FRAMES_PER_SECOND = 100;
export const MEL_BANDS = 96;

/**
 * Measures a recording in one pass with memory that hardly grows with its length: one short-time transform is shared
 * by tempo, spectral features and spectrogram, one of longer frames by all about pitch; level is taken from the channels.
 */
export function createEngine(options: EngineOptions): Engine {
  return new StreamingEngine(options);
}

class StreamingEngine implements Engine {
  private readonly chunk: Float32Array[];
  private readonly mono = new Float32Array(CHUNK);
  private filled = 0;
  private samples = 0;
  private readonly resampler: Resampler | null;
  private readonly slicer: FrameSlicer;
  private readonly pitch: PitchTransform;
  private readonly extractors: ExtractorSet;
  private readonly peaks: PeaksExtractor | null;
  private readonly spectrogram: SpectrogramExtractor | null;

  constructor(private readonly options: EngineOptions) {
    const { sampleRateHz, channels, pictures, extractors = EXTRACTORS } = options;
    const rateHz = analysisRateHz(sampleRateHz);
    this.chunk = Array.from({ length: channels }, () => new Float32Array(CHUNK));
    this.resampler = rateHz === sampleRateHz ? null : new Resampler({ fromHz: sampleRateHz, toHz: rateHz });
    this.pitch = new PitchTransform(rateHz, {
      signal: (signal, length) => this.extractors.pushPitchSignal(signal, length),
      frame: (power) => this.extractors.pushPitchFrame(power),
    });
    this.extractors = new ExtractorSet(neededExtractors(extractors), {
      sampleRateHz,
      channels,
      speakers: options.speakers ?? null,
      maxChunk: CHUNK,
      analysisRateHz: rateHz,
      fftSize: FFT_SIZE,
      melBands: MEL_BANDS,
      framesPerSecond: FRAMES_PER_SECOND,
      pitchRateHz: this.pitch.rateHz,
      pitchFftSize: PITCH_FFT_SIZE,
    });
    this.peaks = pictures ? new PeaksExtractor(sampleRateHz) : null;
    this.spectrogram = pictures ? new SpectrogramExtractor(MEL_BANDS) : null;
    this.slicer = this.sharedTransform(rateHz);
  }

  push(block: Float32Array[]): void {
    const length = block[0]?.length ?? 0;
    if (block.length !== this.chunk.length || block.some((channel) => channel.length !== length)) {
      throw new RangeError(`expected ${this.chunk.length} channels of equal length`);
    }
    for (let taken = 0; taken < length; ) {
      const count = Math.min(CHUNK - this.filled, length - taken);
      for (const [index, channel] of block.entries()) {
        copyFinite(channel, taken, count, this.chunk[index] ?? this.mono, this.filled);
      }
      this.filled += count;
      taken += count;
      if (this.filled === CHUNK) this.process();
    }
  }

  finish(): EngineResult {
    if (this.filled > 0) this.process();
    if (this.resampler) {
      this.resampler.finish();
      this.analyse(this.resampler.output, this.resampler.outputLength);
    }
    this.slicer.finish();
    if (this.extractors.hearsPitchFrames) this.pitch.finish();
    const { sampleRateHz, extractors = EXTRACTORS } = this.options;
    const durationSeconds = this.samples / sampleRateHz;
    const facts = { durationSeconds, sampleRateHz, framesPerSecond: FRAMES_PER_SECOND };
    return { features: composeFeatures(this.extractors, extractors, facts), pictures: this.pictures(durationSeconds) };
  }

  private process(): void {
    this.options.signal?.throwIfAborted();
    const { chunk, mono, filled } = this;
    mixToMono(chunk, filled, mono);
    this.extractors.pushSignal(chunk, mono, filled);
    this.peaks?.push(chunk, mono, filled);
    if (this.resampler) {
      this.resampler.process(mono, filled);
      this.analyse(this.resampler.output, this.resampler.outputLength);
    } else {
      this.analyse(mono, filled);
    }
    this.samples += filled;
    this.filled = 0;
  }

  private analyse(signal: Float32Array, length: number): void {
    this.extractors.pushAnalysisSignal(signal, length);
    if (this.extractors.hearsFrames || this.spectrogram) this.slicer.push(signal, length);
    if (this.extractors.hearsPitchFrames) this.pitch.push(signal, length);
  }

  private sharedTransform(rateHz: number): FrameSlicer {
    const fft = new RealFft(FFT_SIZE);
    const window = unitHannWindow(FFT_SIZE);
    const power = new Float64Array(fft.bins);
    const bank = melBank({
      sampleRateHz: rateHz,
      fftSize: FFT_SIZE,
      bands: MEL_BANDS,
      lowHz: SPECTROGRAM_LOW_HZ,
      highHz: SPECTROGRAM_HIGH_HZ,
    });
    const mel = new Float64Array(MEL_BANDS);
    return new FrameSlicer(FFT_SIZE, rateHz / FRAMES_PER_SECOND, (buffer, offset) => {
      fft.power(buffer, offset, window, power);
      if (this.extractors.readsMel || this.spectrogram) bank.apply(power, mel);
      this.extractors.pushFrame(power, mel);
      this.spectrogram?.push(mel);
    });
  }

  private pictures(durationSeconds: number): EngineResult["pictures"] {
    if (!this.peaks || !this.spectrogram) return null;
    return { peaks: this.peaks.finish(durationSeconds), spectrogramPng: this.spectrogram.finish() };
  }
}

/** 44.1 and 48 kHz are analysed as they are, their multiples divided down, everything else becomes 44.1 kHz. */
function analysisRateHz(sampleRateHz: number): number {
  for (const rate of [44100, 48000]) {
    if (sampleRateHz % rate === 0) return rate;
  }
  return 44100;
}
