import { ColumnPyramid } from "@/lib/dsp/stream/column-pyramid";

/** About 1.5 ms a point: finer than any attack that one can hear. */
const POINTS_PER_SECOND = 690;
/** 24 s of the finest points; longer sounds are kept more coarsely. */
const POINTS_MAX = 16384;
/** The outline falls to 1/e in this time, which bridges the gaps between the periods of a low note. */
const RELEASE_SECONDS = 0.02;
/** Shares of the peak between which the attack is timed. */
const ATTACK_FROM_SHARE = 0.1;
const ATTACK_TO_SHARE = 0.9;
/** What is more than 20 dB under the peak no longer carries the sound. */
const SOUNDING_SHARE = 0.1;
/** Stretch at either end that tells whether a file was cut in the middle of a sound. */
const EDGE_SECONDS = 0.03;
const LEVEL_MIN_DB = -80;

/** How the level of a sound runs from beginning to end. None of it depends on the gain. */
export type LevelShape = {
  /** Seconds from 10 % of the peak (or from the start, if that is louder) to 90 %; at least one step. */
  attackSeconds: number;
  /**
   * Centre of gravity of the level as a share of the duration, 0 … 1. Peeters, "A large set of audio features", 2004.
   */
  temporalCentroid: number;
  /** Seconds to where the level is highest. */
  peakSeconds: number;
  /** Level of the first 30 ms over the root mean square of the whole, in dB, at least −80. */
  startDb: number;
  /** The same of the last 30 ms. */
  endDb: number;
  /** Share of the duration, 0 … 1, within 20 dB of the peak. */
  soundingShare: number;
  /** Seconds from the peak to the last point within 20 dB of it. */
  decaySeconds: number;
};

/**
 * Follows the level of a mono stream in fixed memory: 1.5 ms a point up to 24 s, twice as coarse with each doubling.
 */
export class LevelEnvelope {
  private readonly pyramid = new ColumnPyramid(1, POINTS_MAX);
  private readonly blockSamples: number;
  private readonly point = new Float64Array(1);
  private filled = 0;
  private energy = 0;

  constructor(private readonly sampleRateHz: number) {
    this.blockSamples = Math.max(1, Math.round(sampleRateHz / POINTS_PER_SECOND));
  }

  /** Takes the first `length` samples. */
  add(samples: Float32Array, length: number): void {
    let { energy, filled } = this;
    for (let i = 0; i < length; ) {
      const end = Math.min(length, i + this.blockSamples - filled);
      filled += end - i;
      for (; i < end; i++) energy += samples[i] * samples[i];
      if (filled < this.blockSamples) break;
      this.point[0] = energy / filled;
      this.pyramid.push(this.point);
      energy = 0;
      filled = 0;
    }
    this.energy = energy;
    this.filled = filled;
  }

  /** Once, after the last `add`. Returns null if nothing sounds. */
  finish(): LevelShape | null {
    if (this.filled > 0) {
      this.point[0] = this.energy / this.filled;
      this.pyramid.push(this.point);
      this.filled = 0;
    }
    const levels = Float64Array.from({ length: this.pyramid.columns }, (_, i) => Math.sqrt(this.pyramid.mean(i, 0)));
    return levelShape(levels, (this.blockSamples * this.pyramid.framesPerColumn) / this.sampleRateHz);
  }
}

/**
 * Shape of a level, given as root mean squares of steps of `stepSeconds`. Returns null if there are none or all are 0.
 */
export function levelShape(levels: Float64Array, stepSeconds: number): LevelShape | null {
  const followed = follow(levels, Math.exp(-stepSeconds / RELEASE_SECONDS));
  const peakAt = indexOfLargest(followed);
  const peak = followed[peakAt] ?? 0;
  if (peak <= 0) return null;
  let moment = 0;
  let sum = 0;
  let sounding = 0;
  let lastSounding = peakAt;
  for (let i = 0; i < levels.length; i++) {
    moment += (i + 0.5) * levels[i];
    sum += levels[i];
    if (followed[i] < peak * SOUNDING_SHARE) continue;
    sounding++;
    lastSounding = i;
  }
  const edge = Math.max(1, Math.round(EDGE_SECONDS / stepSeconds));
  const whole = rms(levels, 0, levels.length);
  return {
    attackSeconds: attack(followed, peak, stepSeconds),
    temporalCentroid: moment / sum / levels.length,
    peakSeconds: peakAt * stepSeconds,
    startDb: relativeDb(rms(levels, 0, Math.min(edge, levels.length)), whole),
    endDb: relativeDb(rms(levels, Math.max(0, levels.length - edge), levels.length), whole),
    soundingShare: sounding / levels.length,
    decaySeconds: (lastSounding - peakAt) * stepSeconds,
  };
}

/** The upper outline of the level: rises at once, falls to `release` of itself a step. */
function follow(levels: Float64Array, release: number): Float64Array {
  let level = 0;
  return levels.map((value) => {
    level = Math.max(value, level * release);
    return level;
  });
}

function attack(followed: Float64Array, peak: number, stepSeconds: number): number {
  const top = followed.findIndex((level) => level >= peak * ATTACK_TO_SHARE);
  let foot = top;
  while (foot > 0 && followed[foot - 1] >= peak * ATTACK_FROM_SHARE) foot--;
  return Math.max(1, top - foot) * stepSeconds;
}

function indexOfLargest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

function rms(levels: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += levels[i] * levels[i];
  return Math.sqrt(sum / Math.max(1, to - from));
}

function relativeDb(level: number, reference: number): number {
  return Math.max(LEVEL_MIN_DB, 20 * Math.log10(level / reference + 1e-12));
}
