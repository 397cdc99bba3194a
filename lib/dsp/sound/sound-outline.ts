import { crossed, FeatureLayout, labels } from "@/lib/dsp/learned/feature-layout";
import { RealFft } from "@/lib/dsp/transform/fft";
import { hannWindow } from "@/lib/dsp/transform/windows";

/** The level is read in steps of this length. */
const STEP_SECONDS = 0.0025;
/** A sound begins where it first comes this close to its peak: −20 dB. */
const ONSET_SHARE = 0.1;
/** How much of a sound is read from its onset: enough to know it by. */
export const READ_SECONDS = 5;
const FALLS_DB = [-6, -12, -20, -30];
/** Stretches whose unsteadiness and zero crossings are read. */
const STRETCHES_SECONDS: [from: number, to: number][] = [
  [0, 0.02],
  [0.02, 0.06],
  [0.06, 0.2],
  [0.2, 0.8],
  [0.8, 3],
];
/** Where the long frames begin. */
const FRAME_STARTS_SECONDS = [0.005, 0.04, 0.12, 0.3, 0.8];
const FRAME_SIZE = 4096;
const PITCH_LOW_HZ = 35;
const PITCH_HIGH_HZ = 2500;
const CREST_EDGES_HZ = [60, 150, 400, 1000, 2500, 6000, 14_000];
const CRESTS = CREST_EDGES_HZ.length - 1;
/** Levels are at least about this, relative to the loudest step. */
const LEVEL_FLOOR_DB = -60;
/** A sound ends where it stays below this, relative to its loudest step. */
const GATE_DB = -45;
/** The period is the shortest lag whose correlation comes this close to the best one. */
const NEAR_BEST_SHARE = 0.9;
/** A frame with less clarity than this has no pitch. */
const PITCHED_CLARITY = 0.4;
const MIDDLE_PITCH_HZ = 200;
/** Total power of a frame that is silent. */
const SILENCE_POWER = 1e-12;
/** Keeps the logarithms of no time and of no crossings finite. */
const LOG_FLOOR_SECONDS = 0.002;
const LOG_FLOOR_HZ = 20;

/**
 * What `SoundOutline.measure` writes. Times as log2(seconds + 0.002); the mean level in tens of dB; unsteadiness as
 * log2(1 + dB a step); zero crossings a second, and how far the strongest bin of a band stands out, as decimal
 * logarithms; clarity 0 … 1; pitch in octaves from 200 Hz, 0 without one, also weighted by its clarity.
 */
export const OUTLINE_LAYOUT = new FeatureLayout({
  duration: "value",
  peakTime: "value",
  centroid: "value",
  meanLevel: "value",
  falls: labels(FALLS_DB),
  stretches: crossed(
    STRETCHES_SECONDS.map(([from]) => from),
    ["unsteadiness", "crossings"],
  ),
  frames: crossed(
    FRAME_STARTS_SECONDS.map((seconds) => `${seconds}`),
    ["clarity", "pitch", "clear pitch", ...CREST_EDGES_HZ.slice(0, CRESTS).map((hz) => `crest ${hz}`)],
  ),
});
const AT = OUTLINE_LAYOUT.offsets;
const FRAME_WIDTH = 3 + CRESTS;

/**
 * How a sound runs, at any level: how fast it rises and falls, how unsteadily, how noisy or pitched it is, how its
 * pitch glides and how far lines stand out of its spectrum.
 */
export class SoundOutline {
  private readonly step: number;
  private readonly fft = new RealFft(2 * FRAME_SIZE);
  private readonly window = new Float64Array(2 * FRAME_SIZE);
  private readonly frame = new Float64Array(2 * FRAME_SIZE);
  private readonly ones = new Float64Array(2 * FRAME_SIZE).fill(1);
  private readonly power = new Float64Array(this.fft.bins);
  private readonly mirrored = new Float64Array(2 * FRAME_SIZE);
  private readonly correlation = new Float64Array(this.fft.bins);
  private readonly imaginary = new Float64Array(this.fft.bins);
  private readonly windowCorrelation: Float64Array;

  constructor(private readonly sampleRateHz: number) {
    this.step = Math.round(STEP_SECONDS * sampleRateHz);
    this.window.set(hannWindow(FRAME_SIZE));
    this.windowCorrelation = Float64Array.from(this.autocorrelation(this.window));
  }

  /**
   * The part of `signal` (mono, finite) that sounds, so that silence and noise around it do not matter: from the first
   * sample within 20 dB of the peak to the last step within 45 dB of the loudest, 5 s at most. A view, not a copy.
   * Returns null for silence.
   */
  soundIn(signal: Float32Array): Float32Array | null {
    let peak = 0;
    for (let i = 0; i < signal.length; i++) peak = Math.max(peak, Math.abs(signal[i]));
    if (peak <= 0) return null;
    const onset = signal.findIndex((value) => Math.abs(value) >= peak * ONSET_SHARE);
    const sound = signal.subarray(onset, Math.min(signal.length, onset + Math.round(READ_SECONDS * this.sampleRateHz)));
    const levels = this.levelsDb(sound);
    let steps = levels.length;
    while (steps > 1 && levels[steps - 1] < GATE_DB) steps--;
    return sound.subarray(0, steps * this.step);
  }

  /**
   * Writes the outline into `out` as {@link OUTLINE_LAYOUT} says. Values of stretches and frames after the end of the
   * sound stay as they are.
   *
   * @param sound from {@link soundIn}
   * @param padded the same, followed by silence for a frame at least
   */
  measure(sound: Float32Array, padded: Float32Array, out: Float64Array): void {
    const levels = this.levelsDb(sound);
    this.writeLevels(levels, out);
    STRETCHES_SECONDS.forEach(([from, to], i) => {
      const at = AT.stretches + 2 * i;
      out[at] = unsteadiness(levels, Math.round(from / STEP_SECONDS), Math.round(to / STEP_SECONDS));
      out[at + 1] = this.crossings(sound, from, to);
    });
    FRAME_STARTS_SECONDS.forEach((seconds, i) => {
      this.writeFrame(padded, Math.round(seconds * this.sampleRateHz), out, AT.frames + FRAME_WIDTH * i);
    });
  }

  /** Level of each step in dB under the loudest step. */
  private levelsDb(sound: Float32Array): Float64Array {
    const { length } = sound;
    const count = Math.max(1, Math.ceil(length / this.step));
    const powers = new Float64Array(count);
    let largest = Number.MIN_VALUE;
    for (let s = 0; s < count; s++) {
      let sum = 0;
      for (let i = s * this.step; i < Math.min(length, (s + 1) * this.step); i++) sum += sound[i] * sound[i];
      powers[s] = sum;
      largest = Math.max(largest, sum);
    }
    return powers.map((power) => 10 * Math.log10(power / largest + 10 ** (LEVEL_FLOOR_DB / 10)));
  }

  private writeLevels(levels: Float64Array, out: Float64Array): void {
    let moment = 0;
    let sum = 0;
    for (let s = 0; s < levels.length; s++) {
      const amplitude = 10 ** (levels[s] / 20);
      moment += s * amplitude;
      sum += amplitude;
    }
    const peakAt = levels.indexOf(Math.max(...levels));
    out[AT.duration] = logSeconds(levels.length * STEP_SECONDS);
    out[AT.peakTime] = logSeconds(peakAt * STEP_SECONDS);
    out[AT.centroid] = logSeconds((moment / sum) * STEP_SECONDS);
    out[AT.meanLevel] = (20 * Math.log10(sum / levels.length)) / 10;
    FALLS_DB.forEach((fall, i) => {
      let last = levels.length;
      while (last > 0 && levels[last - 1] < fall) last--;
      out[AT.falls + i] = logSeconds(last * STEP_SECONDS);
    });
  }

  /** Decimal logarithm of the sign changes a second between two times. */
  private crossings(sound: Float32Array, from: number, to: number): number {
    const first = Math.round(from * this.sampleRateHz) + 1;
    const end = Math.min(sound.length, Math.round(to * this.sampleRateHz));
    if (end <= first) return 0;
    let count = 0;
    for (let i = first; i < end; i++) if (sound[i] < 0 !== sound[i - 1] < 0) count++;
    return Math.log10(LOG_FLOOR_HZ + (count * this.sampleRateHz) / (end - first));
  }

  /** Periodicity, pitch and crests of one long frame. Writes nothing if the sound is over. */
  private writeFrame(padded: Float32Array, start: number, out: Float64Array, at: number): void {
    if (start + FRAME_SIZE > padded.length) return;
    const { frame, power } = this;
    for (let i = 0; i < FRAME_SIZE; i++) frame[i] = padded[start + i];
    this.fft.power(frame, 0, this.window, power);
    let total = 0;
    for (let k = 2; k < power.length; k++) total += power[k];
    if (total <= SILENCE_POWER) return;
    const { clarity, hz } = this.periodicity();
    const octaves = clarity > PITCHED_CLARITY ? Math.log2(hz / MIDDLE_PITCH_HZ) : 0;
    out[at] = clarity;
    out[at + 1] = octaves;
    out[at + 2] = clarity * octaves;
    for (let c = 0; c < CRESTS; c++) out[at + 3 + c] = this.crest(c);
  }

  /**
   * Clarity (0 … 1) and pitch by the normalised autocorrelation of the frame, at the shortest lag that is nearly the best.
   * Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio", 1993.
   */
  private periodicity(): { clarity: number; hz: number } {
    const lowest = Math.floor(this.sampleRateHz / PITCH_HIGH_HZ);
    const longest = Math.min(FRAME_SIZE / 3, Math.ceil(this.sampleRateHz / PITCH_LOW_HZ));
    const correlation = this.correlationOf(this.power);
    const value = (lag: number) => correlation[lag] / correlation[0] / (this.windowCorrelation[lag] || 1);
    let best = 0;
    for (let lag = lowest; lag <= longest; lag++) {
      if (value(lag) > best && value(lag) >= value(lag - 1) && value(lag) > value(lag + 1)) best = value(lag);
    }
    if (best <= 0) return { clarity: 0, hz: 0 };
    for (let lag = lowest; lag <= longest; lag++) {
      const here = value(lag);
      if (here >= best * NEAR_BEST_SHARE && here >= value(lag - 1) && here > value(lag + 1))
        return { clarity: Math.min(1, best), hz: this.sampleRateHz / lag };
    }
    return { clarity: 0, hz: 0 };
  }

  /** Autocorrelation of the window itself, 1 at lag 0. */
  private autocorrelation(window: Float64Array): Float64Array {
    this.fft.power(window, 0, this.ones, this.power);
    const correlation = this.correlationOf(this.power, 0);
    const first = correlation[0];
    return correlation.map((value) => value / first);
  }

  /** Unscaled autocorrelation: the real part of the transform of the power spectrum, mirrored. */
  private correlationOf(power: Float64Array, firstBin = 2): Float64Array {
    const { mirrored } = this;
    mirrored.fill(0, 0, firstBin);
    mirrored.fill(0, mirrored.length - firstBin);
    for (let k = firstBin; k < power.length; k++) {
      mirrored[k] = power[k];
      mirrored[(mirrored.length - k) % mirrored.length] = power[k];
    }
    this.fft.forward(mirrored, 0, this.ones, this.correlation, this.imaginary);
    return this.correlation;
  }

  /** Decimal logarithm of the largest over the mean power of a band: high for lines, low for noise. */
  private crest(band: number): number {
    const binHz = this.sampleRateHz / (2 * FRAME_SIZE);
    const from = Math.round(CREST_EDGES_HZ[band] / binHz);
    const to = Math.min(this.power.length, Math.round(CREST_EDGES_HZ[band + 1] / binHz));
    let sum = 0;
    let largest = 0;
    for (let k = from; k < to; k++) {
      sum += this.power[k];
      largest = Math.max(largest, this.power[k]);
    }
    return sum > 0 ? Math.log10((largest * (to - from)) / sum) : 0;
  }
}

function logSeconds(seconds: number): number {
  return Math.log2(seconds + LOG_FLOOR_SECONDS);
}

/** Mean rise of the level in dB a step, as log2(1 + rise): small for a smooth decay, large for bursts, flutter and noise. */
function unsteadiness(levels: Float64Array, from: number, to: number): number {
  const end = Math.min(to, levels.length);
  let sum = 0;
  for (let s = Math.max(1, from); s < end; s++) {
    const change = levels[s] - levels[s - 1];
    // A fall is part of any decay, a rise is not.
    sum += Math.max(0, change);
  }
  return end > from ? Math.log2(1 + sum / Math.max(1, end - from)) : 0;
}
