import { ColumnPyramid } from "@/lib/dsp/stream/column-pyramid";

/** About 1.5 ms a point: finer than any attack one can hear as one. */
const POINTS_PER_SECOND = 690;
/** 24 s at the finest; longer sounds are kept coarser. */
const MAX_POINTS = 16384;
/** The follower falls by 1/e in this time, so that the gaps between the periods of a low note are bridged. */
const RELEASE_SECONDS = 0.02;
const ATTACK_FROM = 0.1;
const ATTACK_TO = 0.9;
/** −20 dB: what is quieter than this under the peak no longer carries the sound. */
const SOUNDING = 0.1;
/** Stretch at either edge that tells whether a file was cut in the middle of a sound. */
const EDGE_SECONDS = 0.03;

/** How a sound's level runs from its beginning to its end. Levels are root mean squares, full scale = 1. */
export type LevelShape = {
  /** From 10 % of the peak, or the beginning where it is above that, to 90 %: seconds, at least the resolution. */
  attackSeconds: number;
  /** Centre of gravity of the level, 0 … 1 of the duration. Peeters, "A large set of audio features", 2004. */
  temporalCentroid: number;
  /** When the level is highest. */
  peakSeconds: number;
  /** Level of the first and of the last 30 ms over the root mean square of the whole, in dB, at least −80. */
  startDb: number;
  endDb: number;
  /** Share of the duration, 0 … 1, within 20 dB of the peak. */
  soundingShare: number;
  /** Seconds from the peak to the last point within 20 dB of it. */
  decaySeconds: number;
};

/** Level of a stream in fixed memory: 1.5 ms a point up to 24 s, then twice as coarse at each doubling. */
export class LevelEnvelope {
  private readonly pyramid = new ColumnPyramid(1, MAX_POINTS);
  private readonly blockSamples: number;
  private readonly point = new Float64Array(1);
  private filled = 0;
  private energy = 0;

  constructor(private readonly sampleRateHz: number) {
    this.blockSamples = Math.max(1, Math.round(sampleRateHz / POINTS_PER_SECOND));
  }

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

  /** Null where nothing sounds. */
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

/** Shape of a level given every `stepSeconds`; null where it is zero throughout. */
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
    if (followed[i] < peak * SOUNDING) continue;
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

/** Rises at once, falls by `release` a step: the upper outline of the level. */
function follow(levels: Float64Array, release: number): Float64Array {
  let level = 0;
  return levels.map((value) => {
    level = Math.max(value, level * release);
    return level;
  });
}

function attack(followed: Float64Array, peak: number, stepSeconds: number): number {
  const top = followed.findIndex((level) => level >= peak * ATTACK_TO);
  let foot = top;
  while (foot > 0 && followed[foot - 1] >= peak * ATTACK_FROM) foot--;
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
  return Math.max(-80, 20 * Math.log10(level / reference + 1e-12));
}
