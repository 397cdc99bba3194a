import { FeatureLayout, labels } from "@/lib/dsp/learned/feature-layout";
import type { SparseBank } from "@/lib/dsp/spectrum/filter-bank";
import { spectralCrest } from "@/lib/dsp/spectrum/spectral-crest";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { INSTRUMENT_BANDS_HZ, instrumentBank, toDecades } from "./instrument-bands";

/** Length of the stretches of a mix that are read one by one. */
export const EXCERPT_SECONDS = 1;
const FFT_SIZE = 2048;
const HOP_SECONDS = 0.02;
const FRAMES = Math.round(EXCERPT_SECONDS / HOP_SECONDS);
const BANDS = INSTRUMENT_BANDS_HZ.length;
/** Lower edges of the octaves in which lines are told from noise. */
const CREST_OCTAVES_HZ = Array.from({ length: 8 }, (_, octave) => 62.5 * 2 ** octave);

const BAND_NAMES = labels(INSTRUMENT_BANDS_HZ.map(Math.round));

/**
 * What `MixFeatures.measure` returns: the inputs of the networks in `MIX`. All in decades of power: of each band its
 * mean, deviation, mean rise from frame to frame, and largest value over the mean; of each octave how far its strongest
 * bin stands out.
 */
export const MIX_LAYOUT = new FeatureLayout({
  mean: BAND_NAMES,
  deviation: BAND_NAMES,
  rise: BAND_NAMES,
  peak: BAND_NAMES,
  crest: labels(CREST_OCTAVES_HZ),
});
const AT = MIX_LAYOUT.offsets;

/**
 * What is heard in a second of music at any level: how strong each log-spaced band is, how it moves, and how far lines
 * stand out of the spectrum. When things happen within the second does not matter.
 */
export class MixFeatures {
  private readonly fft = new RealFft(FFT_SIZE);
  private readonly window = unitHannWindow(FFT_SIZE);
  private readonly power = new Float64Array(this.fft.bins);
  private readonly meanPower = new Float64Array(this.fft.bins);
  private readonly bands = new Float64Array(BANDS);
  private readonly picture = new Float64Array(FRAMES * BANDS);
  private readonly bank: SparseBank;

  constructor(private readonly sampleRateHz: number) {
    this.bank = instrumentBank(sampleRateHz, FFT_SIZE);
  }

  /**
   * Measures an excerpt of `EXCERPT_SECONDS`, mono and finite. Returns null for silence, else features as
   * {@link MIX_LAYOUT} says.
   */
  measure(excerpt: Float32Array): Float64Array | null {
    const hop = Math.round(HOP_SECONDS * this.sampleRateHz);
    if (this.drawPicture(excerpt, hop) <= 0) return null;
    toDecades(this.picture);
    const features = new Float64Array(MIX_LAYOUT.size);
    const frames = Math.min(FRAMES, Math.floor((excerpt.length - FFT_SIZE) / hop) + 1);
    for (let b = 0; b < BANDS; b++) this.describeBand(b, frames, features);
    const bin = (hz: number) => Math.round(hz / (this.sampleRateHz / FFT_SIZE));
    CREST_OCTAVES_HZ.forEach((hz, c) => {
      features[AT.crest + c] = spectralCrest(this.meanPower, bin(hz), bin(2 * hz));
    });
    return features;
  }

  /** Fills `picture` (band powers frame by frame) and `meanPower` (summed). Returns the power of it all. */
  private drawPicture(excerpt: Float32Array, hop: number): number {
    this.meanPower.fill(0);
    this.picture.fill(0);
    let total = 0;
    for (let f = 0; f < FRAMES; f++) {
      const start = f * hop;
      if (start + FFT_SIZE > excerpt.length) break;
      this.fft.power(excerpt, start, this.window, this.power);
      this.bank.apply(this.power, this.bands);
      this.picture.set(this.bands, f * BANDS);
      for (let k = 1; k < this.power.length; k++) {
        this.meanPower[k] += this.power[k];
        total += this.power[k];
      }
    }
    return total;
  }

  private describeBand(band: number, frames: number, out: Float64Array): void {
    let sum = 0;
    let squares = 0;
    let rise = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let f = 0; f < frames; f++) {
      const value = this.picture[f * BANDS + band];
      sum += value;
      squares += value * value;
      if (f > 0) rise += Math.max(0, value - this.picture[(f - 1) * BANDS + band]);
      most = Math.max(most, value);
    }
    const mean = sum / frames;
    out[AT.mean + band] = mean;
    out[AT.deviation + band] = Math.sqrt(Math.max(0, squares / frames - mean * mean));
    out[AT.rise + band] = rise / frames;
    out[AT.peak + band] = most - mean;
  }
}
