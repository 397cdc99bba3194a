import { vertexOffset } from "@/lib/dsp/transform/interpolation";
import { MeanDeviation } from "./mean-deviation";

/** Bins of the fine chroma in an octave: 10 cents each, so that the tuning can be decided at the end. */
export const FINE_BINS = 120;
const CLASSES = 12;
/** Range of the bass, and top of the treble. */
const BASS_LOW_HZ = 55;
const BASS_HIGH_HZ = 260;
const HIGH_HZ = 2600;
/** Reach of the moving mean that spectra are whitened by, to either side. */
const ENVELOPE_OCTAVES = 0.5;
/** Peaks with less than this share of the power of the largest in the frame are noise: −50 dB. */
const PEAK_FLOOR_POWER = 1e-5;
/** Keeps the logarithm of an empty bin finite. */
const MAGNITUDE_FLOOR = 1e-30;

/** Fine chroma of a stretch of music, summed over its audible frames. Bin 0 of the octave is A at 440 Hz. */
export type FineChroma = {
  /** `FINE_BINS` values for the bass, which sum to 1 for each frame. */
  bass: Float64Array;
  /** The same for everything above. */
  treble: Float64Array;
  /** Share of the bass in both, 0 … 1 for each frame. Without a bass, what lies that low is a melody or leakage. */
  bassShare: number;
  /** Audible frames. */
  frames: number;
};

/** Fine chroma of no frames. */
export function emptyFineChroma(): FineChroma {
  return { bass: new Float64Array(FINE_BINS), treble: new Float64Array(FINE_BINS), bassShare: 0, frames: 0 };
}

/**
 * Harmonic pitch class profile of spectral peaks: the frequency of each local maximum is refined by a parabola through
 * the log magnitudes, and its whitened magnitude is added to the bin of its pitch class.
 * Gómez, "Tonal description of music audio signals", 2006; whitening as in Müller & Ewert, "Chroma Toolbox", 2011.
 */
export class HpcpExtractor {
  private readonly binHz: number;
  private readonly firstBin: number;
  private readonly lastBin: number;
  private readonly magnitudes: Float64Array;
  private readonly cumulative: Float64Array;
  private readonly frame = emptyFineChroma();
  private readonly bassDeviation = new MeanDeviation();
  private readonly trebleDeviation = new MeanDeviation();
  /** How far the pitches of all frames deviate, in finer steps than the chroma has bins. */
  readonly deviation = new MeanDeviation();

  constructor(sampleRateHz: number, fftSize: number) {
    this.binHz = sampleRateHz / fftSize;
    this.firstBin = Math.max(2, Math.floor(BASS_LOW_HZ / this.binHz));
    this.lastBin = Math.min(fftSize / 2 - 2, Math.ceil(HIGH_HZ / this.binHz));
    this.magnitudes = new Float64Array(this.lastBin + 3);
    this.cumulative = new Float64Array(this.lastBin + 4);
  }

  /**
   * Adds the profile of one frame to `into`, in which each of the two ranges sums to 1. Silence adds nothing.
   *
   * @param power spectrum of `fftSize / 2 + 1` bins
   */
  add(power: Float64Array, into: FineChroma): void {
    const { magnitudes, cumulative, frame, lastBin } = this;
    let largest = 0;
    for (let k = 0; k < magnitudes.length; k++) {
      magnitudes[k] = Math.sqrt(power[k]);
      cumulative[k + 1] = cumulative[k] + magnitudes[k];
      if (k >= this.firstBin && power[k] > largest) largest = power[k];
    }
    if (largest <= 0) return;
    frame.bass.fill(0);
    frame.treble.fill(0);
    this.bassDeviation.reset();
    this.trebleDeviation.reset();
    const floor = Math.sqrt(largest * PEAK_FLOOR_POWER);
    for (let k = this.firstBin; k <= lastBin; k++) {
      const m = magnitudes[k];
      if (m > floor && m >= magnitudes[k - 1] && m > magnitudes[k + 1]) this.addPeak(k, floor);
    }
    const bass = accumulate(frame.bass, into.bass);
    const treble = accumulate(frame.treble, into.treble);
    this.deviation.add(this.bassDeviation, bass);
    this.deviation.add(this.trebleDeviation, treble);
    if (bass > 0) into.bassShare += bass / (bass + treble);
    into.frames++;
  }

  private addPeak(k: number, floor: number): void {
    const { magnitudes, binHz, cumulative } = this;
    const left = Math.log(magnitudes[k - 1] + MAGNITUDE_FLOOR);
    const centre = Math.log(magnitudes[k] + MAGNITUDE_FLOOR);
    const right = Math.log(magnitudes[k + 1] + MAGNITUDE_FLOOR);
    const hz = (k + vertexOffset(left, centre, right)) * binHz;
    const from = Math.max(0, Math.floor(k * 2 ** -ENVELOPE_OCTAVES));
    const to = Math.min(magnitudes.length, Math.ceil(k * 2 ** ENVELOPE_OCTAVES));
    const envelope = (cumulative[to] - cumulative[from]) / (to - from) + floor;
    const weight = Math.sqrt(magnitudes[k] / envelope) * Math.sqrt(magnitudes[k]);
    const cents = 1200 * Math.log2(hz / 440);
    const bin = ((Math.round(cents / 10) % FINE_BINS) + FINE_BINS) % FINE_BINS;
    const isBass = hz < BASS_HIGH_HZ;
    (isBass ? this.frame.bass : this.frame.treble)[bin] += weight;
    (isBass ? this.bassDeviation : this.trebleDeviation).addPitch(cents, weight);
  }
}

/** Adds a frame, scaled to a sum of 1, and returns what its sum was. */
function accumulate(frame: Float64Array, into: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < FINE_BINS; i++) sum += frame[i];
  if (sum > 0) for (let i = 0; i < FINE_BINS; i++) into[i] += frame[i] / sum;
  return sum;
}

/**
 * Tuning of fine chroma (`FINE_BINS` values): how far pitches deviate from equal temperament at A = 440 Hz, in cents
 * −50 … 50, and how clearly they do (0 = evenly spread, 1 = all at one deviation). The circular mean over a semitone.
 */
export function estimateTuning(fine: Float64Array): { cents: number; clarity: number } {
  const perSemitone = FINE_BINS / CLASSES;
  let x = 0;
  let y = 0;
  let sum = 0;
  for (let i = 0; i < FINE_BINS; i++) {
    const angle = (2 * Math.PI * (i % perSemitone)) / perSemitone;
    x += fine[i] * Math.cos(angle);
    y += fine[i] * Math.sin(angle);
    sum += fine[i];
  }
  if (sum <= 0) return { cents: 0, clarity: 0 };
  return { cents: (Math.atan2(y, x) / (2 * Math.PI)) * 100, clarity: Math.hypot(x, y) / sum };
}

/** Deviation from A = 440 Hz of bass and treble together, as {@link estimateTuning} gives it. */
export function tuningOf({ treble, bass }: FineChroma): { cents: number; clarity: number } {
  return estimateTuning(treble.map((value, i) => value + bass[i]));
}

/** The pitch class from C (0 … 11) and the weight (0 … 1, cos² over ±50 cents) of each fine bin at a tuning. */
export function tuningWeights(tuningCents: number): { classes: Uint8Array; weights: Float64Array } {
  const classes = new Uint8Array(FINE_BINS);
  const weights = new Float64Array(FINE_BINS);
  for (let i = 0; i < FINE_BINS; i++) {
    const semitones = (i * 10 - tuningCents) / 100;
    const nearest = Math.round(semitones);
    classes[i] = (((nearest + 9) % CLASSES) + CLASSES) % CLASSES;
    weights[i] = Math.cos(Math.PI * (semitones - nearest)) ** 2;
  }
  return { classes, weights };
}

/** Folds fine chroma (`FINE_BINS` values) at a tuning to twelve pitch classes from C. */
export function foldToPitchClasses(fine: Float64Array, tuningCents: number): Float64Array {
  const { classes, weights } = tuningWeights(tuningCents);
  const folded = new Float64Array(CLASSES);
  for (let i = 0; i < FINE_BINS; i++) folded[classes[i]] += fine[i] * weights[i];
  return folded;
}
