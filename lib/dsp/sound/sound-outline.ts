import { crossed, FeatureLayout, labels } from "@/lib/dsp/learned/feature-layout";
import { FRAME_LAYOUT, SoundFrame } from "./sound-frame";

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
/** Levels are at least about this, relative to the loudest step. */
const LEVEL_FLOOR_DB = -60;
/** A sound ends where it stays below this, relative to its loudest step. */
const GATE_DB = -45;
/** Keeps the logarithms of no time and of no crossings finite. */
const LOG_FLOOR_SECONDS = 0.002;
const LOG_FLOOR_HZ = 20;

/**
 * What `SoundOutline.measure` writes: times as log2(seconds + 0.002), the mean level in tens of dB, unsteadiness as
 * log2(1 + dB a step), zero crossings as log10(20 + crossings a second), then some frames.
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
    FRAME_LAYOUT.names,
  ),
});
const AT = OUTLINE_LAYOUT.offsets;

/**
 * How a sound runs, at any level: how fast it rises and falls, how unsteadily, how noisy or pitched it is, how its
 * pitch glides and how far lines stand out of its spectrum.
 */
export class SoundOutline {
  private readonly step: number;
  private readonly frame: SoundFrame;

  constructor(private readonly sampleRateHz: number) {
    this.step = Math.round(STEP_SECONDS * sampleRateHz);
    this.frame = new SoundFrame(sampleRateHz);
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
      this.frame.measure(padded, Math.round(seconds * this.sampleRateHz), out, AT.frames + FRAME_LAYOUT.size * i);
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
}

function logSeconds(seconds: number): number {
  return Math.log2(seconds + LOG_FLOOR_SECONDS);
}

/**
 * Mean rise of the level in dB a step, as log2(1 + rise): small for a smooth decay, large for bursts, flutter and
 * noise.
 */
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
