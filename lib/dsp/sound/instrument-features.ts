import { SparseBank } from "@/lib/dsp/spectrum/filter-bank";
import { RealFft } from "@/lib/dsp/transform/fft";
import { unitHannWindow } from "@/lib/dsp/transform/windows";
import { SoundOutline } from "./sound-outline";

const FFT_SIZE = 2048;
/** Edges of the stretches a sound is cut into, from its onset on: close together at first, where instruments differ. */
const EDGES_MS = [0, 10, 20, 35, 55, 80, 120, 170, 240, 340, 480, 680, 960, 1400, 2000, 3000, 4500];
const FRAMES_PER_STRETCH = 4;
const FRAME_STEP_MIN_MS = 5;
const LOW_HZ = 40;
const HIGH_HZ = 16_000;
const BANDS_PER_OCTAVE = 5;
/** Below 120 Hz neighbouring bands would share a bin of the transform at 48 kHz. */
const SPACING_MIN_HZ = 24;
/** Below the loudest cell, in power: −55 dB, where the noise of most recordings begins. */
const FLOOR = 10 ** -5.5;
const STRETCHES = EDGES_MS.length - 1;

const CENTRES_HZ = centres();
/** Cells of the picture of a sound, stretch by stretch. */
const PICTURE_SIZE = STRETCHES * CENTRES_HZ.length;

/** Length of what `InstrumentFeatures.measure` returns. */
export const INSTRUMENT_FEATURES = PICTURE_SIZE + SoundOutline.size;

/**
 * What tells one sound from another whatever its level: powers in log-spaced bands over log-spaced stretches of time
 * from the onset, in tens of dB under the loudest cell (0 … −5.5), then the values of {@link SoundOutline}.
 */
export class InstrumentFeatures {
  private readonly fft = new RealFft(FFT_SIZE);
  private readonly window = unitHannWindow(FFT_SIZE);
  private readonly power = new Float64Array(this.fft.bins);
  private readonly bands = new Float64Array(CENTRES_HZ.length);
  private readonly bank: SparseBank;
  private readonly outline: SoundOutline;

  constructor(private readonly sampleRateHz: number) {
    this.bank = bandsAt(CENTRES_HZ, sampleRateHz, FFT_SIZE);
    this.outline = new SoundOutline(sampleRateHz);
  }

  /** Of the sound that begins anywhere in `signal` (mono, finite). Null for silence. */
  measure(signal: Float32Array): Float64Array | null {
    const sound = this.outline.soundIn(signal);
    if (!sound) return null;
    const padded = new Float32Array(sound.length + 3 * FFT_SIZE);
    padded.set(sound, FFT_SIZE);
    const features = new Float64Array(INSTRUMENT_FEATURES);
    this.picture(padded, features);
    this.outline.measure(sound, padded.subarray(FFT_SIZE), features, PICTURE_SIZE);
    return features;
  }

  /** @param padded the sound from `FFT_SIZE` samples before its onset on */
  private picture(padded: Float32Array, out: Float64Array): void {
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
        for (let b = 0; b < this.bands.length; b++) out[s * this.bands.length + b] += this.bands[b] / frames;
      }
    }
    toDecades(out, PICTURE_SIZE);
  }
}

/** Coarsest shapes kept of the picture, over time and over frequency. */
const TIME_SHAPES = 10;
const BAND_SHAPES = 16;
const TIME_COSINES = cosines(TIME_SHAPES, STRETCHES);
const BAND_COSINES = cosines(BAND_SHAPES, CENTRES_HZ.length);

/** Length of what `essence` returns. */
export const ESSENCE_SIZE = TIME_SHAPES * BAND_SHAPES + SoundOutline.size;

/**
 * What a network is shown of `InstrumentFeatures.measure`: the picture's two-dimensional cosine transform without its
 * fine detail, which belongs to the one sound rather than to its kind, and the outline as it is.
 */
export function essence(features: ArrayLike<number>): Float64Array {
  const bands = CENTRES_HZ.length;
  const rows = new Float64Array(STRETCHES * BAND_SHAPES);
  for (let s = 0; s < STRETCHES; s++) {
    for (let c = 0; c < BAND_SHAPES; c++) {
      let sum = 0;
      for (let b = 0; b < bands; b++) sum += BAND_COSINES[c * bands + b] * features[s * bands + b];
      rows[s * BAND_SHAPES + c] = sum;
    }
  }
  const out = new Float64Array(ESSENCE_SIZE);
  for (let t = 0; t < TIME_SHAPES; t++) {
    for (let c = 0; c < BAND_SHAPES; c++) {
      let sum = 0;
      for (let s = 0; s < STRETCHES; s++) sum += TIME_COSINES[t * STRETCHES + s] * rows[s * BAND_SHAPES + c];
      out[t * BAND_SHAPES + c] = sum;
    }
  }
  for (let i = 0; i < SoundOutline.size; i++) out[TIME_SHAPES * BAND_SHAPES + i] = features[PICTURE_SIZE + i];
  return out;
}

/** Which shape over time and over frequency an input of {@link essence} is; −1 for those of the outline. */
export function shapeOf(input: number): { time: number; band: number } {
  if (input >= TIME_SHAPES * BAND_SHAPES) return { time: -1, band: -1 };
  return { time: Math.floor(input / BAND_SHAPES), band: input % BAND_SHAPES };
}

/** The first `count` rows of the cosine transform of `size` points, type II. */
function cosines(count: number, size: number): Float64Array {
  return Float64Array.from(
    { length: count * size },
    (_, i) => Math.cos((Math.PI * Math.floor(i / size) * ((i % size) + 0.5)) / size) / Math.sqrt(size),
  );
}

/** Turns powers into tens of dB under the largest of the first `count`. */
export function toDecades(values: Float64Array, count: number): void {
  let largest = Number.MIN_VALUE;
  for (let i = 0; i < count; i++) largest = Math.max(largest, values[i]);
  for (let i = 0; i < count; i++) values[i] = Math.log10(values[i] / largest + FLOOR);
}

function centres(): number[] {
  const list = [LOW_HZ];
  for (let hz = LOW_HZ; ; ) {
    hz = Math.max(hz + SPACING_MIN_HZ, hz * 2 ** (1 / BANDS_PER_OCTAVE));
    if (hz > HIGH_HZ) return list;
    list.push(hz);
  }
}

/** Triangular bands of unit area around `centresHz`, each reaching to its neighbours' centres. */
export function bandsAt(centresHz: readonly number[], sampleRateHz: number, fftSize: number): SparseBank {
  const binHz = sampleRateHz / fftSize;
  return new SparseBank(
    centresHz.map((centre, i) => {
      const left = centresHz[i - 1] ?? centre - SPACING_MIN_HZ;
      const right = centresHz[i + 1] ?? centre * 2 ** (1 / BANDS_PER_OCTAVE);
      const start = Math.min(Math.max(1, Math.ceil(left / binHz)), fftSize / 2);
      const weights: number[] = [];
      for (let k = start; k * binHz < right && k <= fftSize / 2; k++) {
        const hz = k * binHz;
        weights.push(Math.max(0, Math.min((hz - left) / (centre - left), (right - hz) / (right - centre))));
      }
      const sum = weights.reduce((total, weight) => total + weight, 0);
      if (sum > 0) return { start, weights: weights.map((weight) => weight / sum) };
      return { start: Math.min(Math.round(centre / binHz), fftSize / 2), weights: [1] };
    }),
  );
}

/** The bands of {@link InstrumentFeatures}. */
export const instrumentBands = (sampleRateHz: number, fftSize: number): SparseBank =>
  bandsAt(CENTRES_HZ, sampleRateHz, fftSize);
export const INSTRUMENT_BANDS = CENTRES_HZ.length;
