/** Bins to the octave of the fine chroma: 10 cents each, so that tuning can be settled at the end. */
export const FINE_BINS = 120;
const BASS_LOW_HZ = 55;
const BASS_HIGH_HZ = 260;
const HIGH_HZ = 2600;
/** Half width, in bins of the whitening envelope's moving mean on a log-frequency axis. */
const ENVELOPE_OCTAVES = 0.5;
/** Peaks this far (power ratio) below the frame's largest are noise. */
const PEAK_FLOOR = 1e-5;

/**
 * Fine chroma of one stretch of music: energies by pitch class at 10 cents, for the bass and for the rest, and the
 * bass's share of both, 0 … 1, summed over the frames: without a bass, what lies that low is a melody or leakage.
 */
export type FineChroma = { bass: Float64Array; treble: Float64Array; bassShare: number; frames: number };

export function emptyFineChroma(): FineChroma {
  return { bass: new Float64Array(FINE_BINS), treble: new Float64Array(FINE_BINS), bassShare: 0, frames: 0 };
}

/**
 * Harmonic pitch class profile of spectral peaks: each local maximum, its frequency refined by a parabola through
 * the log magnitudes, adds its whitened magnitude to the bin of its pitch class (bin 0 = A at 440 Hz).
 * Gómez, "Tonal description of music audio signals", 2006; whitening as in Müller & Ewert's chroma features, 2011.
 */
export class HpcpExtractor {
  private readonly binHz: number;
  private readonly firstBin: number;
  private readonly lastBin: number;
  private readonly magnitudes: Float64Array;
  private readonly cumulative: Float64Array;
  private readonly frame = emptyFineChroma();

  constructor(sampleRateHz: number, fftSize: number) {
    this.binHz = sampleRateHz / fftSize;
    this.firstBin = Math.max(2, Math.floor(BASS_LOW_HZ / this.binHz));
    this.lastBin = Math.min(fftSize / 2 - 2, Math.ceil(HIGH_HZ / this.binHz));
    this.magnitudes = new Float64Array(this.lastBin + 3);
    this.cumulative = new Float64Array(this.lastBin + 4);
  }

  /** Adds one frame's profile, scaled to a sum of one for each of the two ranges, to `into`. */
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
    const floor = Math.sqrt(largest * PEAK_FLOOR);
    for (let k = this.firstBin; k <= lastBin; k++) {
      const m = magnitudes[k];
      if (m > floor && m >= magnitudes[k - 1] && m > magnitudes[k + 1]) this.addPeak(k, floor);
    }
    const bass = accumulate(frame.bass, into.bass);
    const treble = accumulate(frame.treble, into.treble);
    if (bass > 0) into.bassShare += bass / (bass + treble);
    into.frames++;
  }

  private addPeak(k: number, floor: number): void {
    const { magnitudes, binHz, cumulative } = this;
    const left = Math.log(magnitudes[k - 1] + 1e-30);
    const centre = Math.log(magnitudes[k] + 1e-30);
    const right = Math.log(magnitudes[k + 1] + 1e-30);
    const curve = left - 2 * centre + right;
    const shift = curve < 0 ? (0.5 * (left - right)) / curve : 0;
    const hz = (k + shift) * binHz;
    const from = Math.max(0, Math.floor(k * 2 ** -ENVELOPE_OCTAVES));
    const to = Math.min(magnitudes.length, Math.ceil(k * 2 ** ENVELOPE_OCTAVES));
    const envelope = (cumulative[to] - cumulative[from]) / (to - from) + floor;
    const weight = Math.sqrt(magnitudes[k] / envelope) * Math.sqrt(magnitudes[k]);
    const cents = 10 * Math.round((1200 * Math.log2(hz / 440)) / 10);
    const bin = (((cents / 10) % FINE_BINS) + FINE_BINS) % FINE_BINS;
    if (hz < BASS_HIGH_HZ) this.frame.bass[bin] += weight;
    else this.frame.treble[bin] += weight;
  }
}

/** Adds a frame scaled to a sum of one; returns what its sum was. */
function accumulate(frame: Float64Array, into: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < FINE_BINS; i++) sum += frame[i];
  if (sum > 0) for (let i = 0; i < FINE_BINS; i++) into[i] += frame[i] / sum;
  return sum;
}

/**
 * Deviation of the music's pitches from equal temperament at A = 440 Hz, in cents −50 … 50, and how clearly the
 * pitches cluster there (0 = evenly spread, 1 = all at one deviation): circular mean over the semitone.
 */
export function estimateTuning(fine: Float64Array): { cents: number; clarity: number } {
  const perSemitone = FINE_BINS / 12;
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

/** For each fine bin at a tuning: its pitch class from C and its weight, a cosine-shaped window of ±50 cents. */
export function tuningWeights(tuningCents: number): { classes: Uint8Array; weights: Float64Array } {
  const classes = new Uint8Array(FINE_BINS);
  const weights = new Float64Array(FINE_BINS);
  for (let i = 0; i < FINE_BINS; i++) {
    const semitones = (i * 10 - tuningCents) / 100;
    const nearest = Math.round(semitones);
    classes[i] = (((nearest + 9) % 12) + 12) % 12;
    weights[i] = Math.cos(Math.PI * (semitones - nearest)) ** 2;
  }
  return { classes, weights };
}

/** Twelve pitch classes from C, from fine chroma and its tuning. */
export function foldToPitchClasses(fine: Float64Array, tuningCents: number): Float64Array {
  const { classes, weights } = tuningWeights(tuningCents);
  const folded = new Float64Array(12);
  for (let i = 0; i < FINE_BINS; i++) folded[classes[i]] += fine[i] * weights[i];
  return folded;
}
