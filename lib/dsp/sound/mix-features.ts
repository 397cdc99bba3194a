import type { SparseBank } from "@/lib/dsp/spectrum/filter-bank";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { INSTRUMENT_BANDS, instrumentBands, toDecades } from "./instrument-features";

/** Length of the stretches of a mix that are read one by one. */
export const EXCERPT_SECONDS = 1;
const FFT_SIZE = 2048;
const HOP_SECONDS = 0.02;
const FRAMES = Math.round(EXCERPT_SECONDS / HOP_SECONDS);
/** Per band: mean, deviation, mean rise from frame to frame, and how far the loudest frame stands out. */
const STATISTICS = 4;
const CREST_BANDS = 8;
/** Octaves from 62.5 Hz in which lines are told from noise. */
const CREST_LOW_HZ = 62.5;

export const MIX_FEATURES = STATISTICS * INSTRUMENT_BANDS + CREST_BANDS;

/**
 * What is heard in a second of music whatever its level: how strong each log-spaced band is, how it moves, and how far
 * lines stand out of the spectrum. Time within the second does not matter.
 */
export class MixFeatures {
  private readonly fft = new RealFft(FFT_SIZE);
  private readonly window = unitHannWindow(FFT_SIZE);
  private readonly power = new Float64Array(this.fft.bins);
  private readonly meanPower = new Float64Array(this.fft.bins);
  private readonly bands = new Float64Array(INSTRUMENT_BANDS);
  private readonly picture = new Float64Array(FRAMES * INSTRUMENT_BANDS);
  private readonly bank: SparseBank;

  constructor(private readonly sampleRateHz: number) {
    this.bank = instrumentBands(sampleRateHz, FFT_SIZE);
  }

  /** Of an excerpt of one second, mono and finite. Null for silence. */
  measure(excerpt: Float32Array): Float64Array | null {
    const hop = Math.round(HOP_SECONDS * this.sampleRateHz);
    this.meanPower.fill(0);
    this.picture.fill(0);
    let total = 0;
    for (let f = 0; f < FRAMES; f++) {
      const start = f * hop;
      if (start + FFT_SIZE > excerpt.length) break;
      this.fft.power(excerpt, start, this.window, this.power);
      this.bank.apply(this.power, this.bands);
      this.picture.set(this.bands, f * INSTRUMENT_BANDS);
      for (let k = 1; k < this.power.length; k++) {
        this.meanPower[k] += this.power[k];
        total += this.power[k];
      }
    }
    if (total <= 0) return null;
    toDecades(this.picture, this.picture.length);
    const features = new Float64Array(MIX_FEATURES);
    for (let b = 0; b < INSTRUMENT_BANDS; b++)
      this.statistics(b, Math.floor((excerpt.length - FFT_SIZE) / hop) + 1, features);
    for (let c = 0; c < CREST_BANDS; c++)
      features[STATISTICS * INSTRUMENT_BANDS + c] = this.crest(CREST_LOW_HZ * 2 ** c);
    return features;
  }

  private statistics(band: number, available: number, out: Float64Array): void {
    const frames = Math.min(FRAMES, available);
    let sum = 0;
    let squares = 0;
    let rise = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let f = 0; f < frames; f++) {
      const value = this.picture[f * INSTRUMENT_BANDS + band];
      sum += value;
      squares += value * value;
      if (f > 0) rise += Math.max(0, value - this.picture[(f - 1) * INSTRUMENT_BANDS + band]);
      most = Math.max(most, value);
    }
    const mean = sum / frames;
    out[band] = mean;
    out[INSTRUMENT_BANDS + band] = Math.sqrt(Math.max(0, squares / frames - mean * mean));
    out[2 * INSTRUMENT_BANDS + band] = rise / frames;
    out[3 * INSTRUMENT_BANDS + band] = most - mean;
  }

  /** Largest over mean power of the octave from `lowHz`, as a decimal logarithm. */
  private crest(lowHz: number): number {
    const binHz = this.sampleRateHz / FFT_SIZE;
    const from = Math.round(lowHz / binHz);
    const to = Math.min(this.meanPower.length, Math.round((2 * lowHz) / binHz));
    let sum = 0;
    let largest = 0;
    for (let k = from; k < to; k++) {
      sum += this.meanPower[k];
      largest = Math.max(largest, this.meanPower[k]);
    }
    return sum > 0 ? Math.log10((largest * (to - from)) / sum) : 0;
  }
}
