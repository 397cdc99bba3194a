import { crossed, FeatureLayout, numbered } from "@/lib/dsp/learned/feature-layout";
import type { SparseBank } from "@/lib/dsp/spectrum/filter-bank";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { INSTRUMENT_BANDS_HZ, instrumentBank, toDecades } from "./instrument-bands";
import { OUTLINE_LAYOUT, SoundOutline } from "./sound-outline";

const FFT_SIZE = 2048;
/** Edges of the stretches that a sound is cut into from its onset: short at first, where instruments differ most. */
const EDGES_MS = [0, 10, 20, 35, 55, 80, 120, 170, 240, 340, 480, 680, 960, 1400, 2000, 3000, 4500];
const FRAMES_PER_STRETCH = 4;
const FRAME_STEP_MIN_MS = 5;
const STRETCHES = EDGES_MS.length - 1;
const BANDS = INSTRUMENT_BANDS_HZ.length;
const PICTURE_SIZE = STRETCHES * BANDS;

/** What `InstrumentFeatures.measure` returns. Cells of the picture are named by "milliseconds hertz". */
export const INSTRUMENT_LAYOUT = new FeatureLayout({
  picture: crossed(EDGES_MS.slice(0, STRETCHES), INSTRUMENT_BANDS_HZ.map(Math.round)),
  outline: OUTLINE_LAYOUT,
});
const AT = INSTRUMENT_LAYOUT.offsets;

/**
 * What tells one sound from another at any level: a picture of the powers in log-spaced bands over log-spaced stretches
 * of time from the onset, in decades under its loudest cell (−5.5 … 0), and the {@link SoundOutline}.
 */
export class InstrumentFeatures {
  private readonly fft = new RealFft(FFT_SIZE);
  private readonly window = unitHannWindow(FFT_SIZE);
  private readonly power = new Float64Array(this.fft.bins);
  private readonly bands = new Float64Array(BANDS);
  private readonly bank: SparseBank;
  private readonly outline: SoundOutline;

  constructor(private readonly sampleRateHz: number) {
    this.bank = instrumentBank(sampleRateHz, FFT_SIZE);
    this.outline = new SoundOutline(sampleRateHz);
  }

  /**
   * Measures the sound that begins anywhere in `signal` (mono, finite). Returns null for silence, else features as
   * {@link INSTRUMENT_LAYOUT} says.
   */
  measure(signal: Float32Array): Float64Array | null {
    const sound = this.outline.soundIn(signal);
    if (!sound) return null;
    const padded = new Float32Array(sound.length + 3 * FFT_SIZE);
    padded.set(sound, FFT_SIZE);
    const features = new Float64Array(INSTRUMENT_LAYOUT.size);
    this.drawPicture(padded, features.subarray(AT.picture, AT.picture + PICTURE_SIZE));
    this.outline.measure(sound, padded.subarray(FFT_SIZE), features.subarray(AT.outline));
    return features;
  }

  /** @param padded the sound, beginning `FFT_SIZE` samples before its onset */
  private drawPicture(padded: Float32Array, picture: Float64Array): void {
    for (let s = 0; s < STRETCHES; s++) {
      const from = EDGES_MS[s];
      const length = EDGES_MS[s + 1] - from;
      const frames = Math.max(1, Math.min(FRAMES_PER_STRETCH, Math.floor(length / FRAME_STEP_MIN_MS)));
      for (let f = 0; f < frames; f++) {
        const centreMs = from + ((f + 0.5) * length) / frames;
        const start = FFT_SIZE / 2 + Math.round((centreMs / 1000) * this.sampleRateHz);
        if (start + FFT_SIZE > padded.length) break;
        this.fft.power(padded, start, this.window, this.power);
        this.bank.apply(this.power, this.bands);
        for (let b = 0; b < BANDS; b++) picture[s * BANDS + b] += this.bands[b] / frames;
      }
    }
    toDecades(picture);
  }
}

/** The coarsest shapes of the picture, over time and over frequency, that are kept. */
const TIME_SHAPES = 10;
const BAND_SHAPES = 16;
const TIME_COSINES = cosines(TIME_SHAPES, STRETCHES);
const BAND_COSINES = cosines(BAND_SHAPES, BANDS);

/** What {@link essence} returns: the inputs of the networks in `SINGLE`. Shapes are named by "time band". */
export const ESSENCE_LAYOUT = new FeatureLayout({
  shapes: crossed(numbered(TIME_SHAPES), numbered(BAND_SHAPES)),
  outline: OUTLINE_LAYOUT,
});

/**
 * What a network is shown of the features of a sound: the two-dimensional cosine transform of the picture without its
 * fine detail, which belongs to the one sound rather than to its kind, and the outline as it is.
 *
 * @param features from `InstrumentFeatures.measure`
 * @returns as {@link ESSENCE_LAYOUT} says
 */
export function essence(features: ArrayLike<number>): Float64Array {
  const { picture } = AT;
  const rows = new Float64Array(STRETCHES * BAND_SHAPES);
  for (let s = 0; s < STRETCHES; s++) {
    for (let c = 0; c < BAND_SHAPES; c++) {
      let sum = 0;
      for (let b = 0; b < BANDS; b++) sum += BAND_COSINES[c * BANDS + b] * features[picture + s * BANDS + b];
      rows[s * BAND_SHAPES + c] = sum;
    }
  }
  const { shapes, outline } = ESSENCE_LAYOUT.offsets;
  const out = new Float64Array(ESSENCE_LAYOUT.size);
  for (let t = 0; t < TIME_SHAPES; t++) {
    for (let c = 0; c < BAND_SHAPES; c++) {
      let sum = 0;
      for (let s = 0; s < STRETCHES; s++) sum += TIME_COSINES[t * STRETCHES + s] * rows[s * BAND_SHAPES + c];
      out[shapes + t * BAND_SHAPES + c] = sum;
    }
  }
  for (let i = 0; i < OUTLINE_LAYOUT.size; i++) out[outline + i] = features[AT.outline + i];
  return out;
}

/** Which shape over time and over frequency an input of {@link ESSENCE_LAYOUT} is; −1 for those of the outline. */
export function shapeOf(input: number): { time: number; band: number } {
  if (input >= ESSENCE_LAYOUT.offsets.outline) return { time: -1, band: -1 };
  return { time: Math.floor(input / BAND_SHAPES), band: input % BAND_SHAPES };
}

/** The first `count` rows of the cosine transform (type II) of `size` points, scaled by 1/√size. */
function cosines(count: number, size: number): Float64Array {
  return Float64Array.from(
    { length: count * size },
    (_, i) => Math.cos((Math.PI * Math.floor(i / size) * ((i % size) + 0.5)) / size) / Math.sqrt(size),
  );
}
