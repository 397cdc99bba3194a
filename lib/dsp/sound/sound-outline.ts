import { RealFft } from "@/lib/dsp/transform/fft";
import { hannWindow } from "@/lib/dsp/transform/windows";

/** Steps the level is read in. */
const STEP_SECONDS = 0.0025;
/** A sound begins where it first comes within 20 dB of its peak. */
const ONSET_SHARE = 0.1;
/** Longest stretch read, from the onset: enough of a sound to know it by. */
export const READ_SECONDS = 5;
const FALLS_DB = [-6, -12, -20, -30];
/** Stretches in seconds whose unsteadiness and zero crossings are read. */
const STRETCHES: [from: number, to: number][] = [
  [0, 0.02],
  [0.02, 0.06],
  [0.06, 0.2],
  [0.2, 0.8],
  [0.8, 3],
];
/** Where the long frames begin, in seconds. */
const FRAME_STARTS = [0.005, 0.04, 0.12, 0.3, 0.8];
const FRAME_SIZE = 4096;
const PITCH_LOW_HZ = 35;
const PITCH_HIGH_HZ = 2500;
const CREST_EDGES_HZ = [60, 150, 400, 1000, 2500, 6000, 14_000];
const CRESTS = CREST_EDGES_HZ.length - 1;
const LEVEL_FLOOR_DB = -60;
const GATE_DB = -45;
/** A lag is the period where its correlation comes this close to the best one. */
const NEAR_BEST = 0.9;

/**
 * How a sound runs: how fast it rises and falls, how unsteadily, how noisy or pitched it is, how its pitch glides and
 * how far lines stand out of its spectrum. All of it independent of the level.
 */
export class SoundOutline {
  static readonly size = 4 + FALLS_DB.length + 2 * STRETCHES.length + FRAME_STARTS.length * (3 + CRESTS);

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
   * The part of `signal` that sounds, so that silence and noise before and after do not matter: from the first sample
   * within 20 dB of the peak to the last step within 45 dB of the loudest. Null for silence.
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

  /** @param sound from {@link soundIn}, a view of a buffer of zeros that goes on for a frame after it */
  measure(sound: Float32Array, padded: Float32Array, out: Float64Array, at: number): void {
    const levels = this.levelsDb(sound);
    let next = this.writeLevels(levels, out, at);
    for (const [from, to] of STRETCHES) {
      out[next++] = unsteadiness(levels, Math.round(from / STEP_SECONDS), Math.round(to / STEP_SECONDS));
      out[next++] = this.crossings(sound, from, to);
    }
    for (const start of FRAME_STARTS) next = this.writeFrame(padded, Math.round(start * this.sampleRateHz), out, next);
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

  private writeLevels(levels: Float64Array, out: Float64Array, at: number): number {
    let next = at;
    let moment = 0;
    let sum = 0;
    for (let s = 0; s < levels.length; s++) {
      const amplitude = 10 ** (levels[s] / 20);
      moment += s * amplitude;
      sum += amplitude;
    }
    const peakAt = levels.indexOf(Math.max(...levels));
    out[next++] = logSeconds(levels.length * STEP_SECONDS);
    out[next++] = logSeconds(peakAt * STEP_SECONDS);
    out[next++] = logSeconds((moment / sum) * STEP_SECONDS);
    out[next++] = (20 * Math.log10(sum / levels.length)) / 10;
    for (const fall of FALLS_DB) {
      let last = levels.length;
      while (last > 0 && levels[last - 1] < fall) last--;
      out[next++] = logSeconds(last * STEP_SECONDS);
    }
    return next;
  }

  /** Decimal logarithm of the sign changes a second between two times. */
  private crossings(sound: Float32Array, from: number, to: number): number {
    const first = Math.round(from * this.sampleRateHz) + 1;
    const end = Math.min(sound.length, Math.round(to * this.sampleRateHz));
    if (end <= first) return 0;
    let count = 0;
    for (let i = first; i < end; i++) if (sound[i] < 0 !== sound[i - 1] < 0) count++;
    return Math.log10(20 + (count * this.sampleRateHz) / (end - first));
  }

  /** Periodicity, pitch and the crests of one long frame; zeros where the sound is over. */
  private writeFrame(padded: Float32Array, start: number, out: Float64Array, at: number): number {
    if (start + FRAME_SIZE > padded.length) return at + 3 + CRESTS;
    const { frame, power } = this;
    for (let i = 0; i < FRAME_SIZE; i++) frame[i] = padded[start + i];
    this.fft.power(frame, 0, this.window, power);
    let total = 0;
    for (let k = 2; k < power.length; k++) total += power[k];
    if (total <= 1e-12) return at + 3 + CRESTS;
    const { clarity, hz } = this.periodicity();
    out[at] = clarity;
    out[at + 1] = clarity > 0.4 ? Math.log2(hz / 200) : 0;
    out[at + 2] = clarity > 0.4 ? clarity * Math.log2(hz / 200) : 0;
    for (let c = 0; c < CRESTS; c++) out[at + 3 + c] = this.crest(c);
    return at + 3 + CRESTS;
  }

  /** Boersma's normalised autocorrelation of the frame; the shortest lag that is nearly the best. */
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
      if (here >= best * NEAR_BEST && here >= value(lag - 1) && here > value(lag + 1))
        return { clarity: Math.min(1, best), hz: this.sampleRateHz / lag };
    }
    return { clarity: 0, hz: 0 };
  }

  private autocorrelation(window: Float64Array): Float64Array {
    this.fft.power(window, 0, this.ones, this.power);
    const correlation = this.correlationOf(this.power, 0);
    const first = correlation[0];
    return correlation.map((value) => value / first);
  }

  /** Real part of the transform of an even spectrum: the autocorrelation, unscaled. */
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

  /** Largest over mean power of a band, as a decimal logarithm: high for lines, low for noise. */
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
  return Math.log2(seconds + 0.002);
}

/** Mean step of the level in dB: small for a smooth decay, large for bursts, flutter and noise. */
function unsteadiness(levels: Float64Array, from: number, to: number): number {
  const end = Math.min(to, levels.length);
  let sum = 0;
  for (let s = Math.max(1, from); s < end; s++) {
    const change = levels[s] - levels[s - 1];
    // A fall is part of any decay; what rises again is not.
    sum += Math.max(0, change);
  }
  return end > from ? Math.log2(1 + sum / Math.max(1, end - from)) : 0;
}
