/** Syllables come at about 4 Hz. They are compared with all modulation between half a hertz and sixteen. */
const SYLLABIC_LOW_HZ = 2.5;
const SYLLABIC_HIGH_HZ = 6.5;
const SLOWEST_HZ = 0.5;
const FASTEST_HZ = 16;
/** Added to each power: levels are at least −100 dB. */
const FLOOR_POWER = 1e-10;
/** Steps of the histogram of levels, 1 dB each. */
const HISTOGRAM_LOW_DB = -100;
const HISTOGRAM_BINS = 110;

/** How a level moves. All 0 without frames. */
export type LevelMotion = {
  /** Share, 0 … 1, of the modulation energy of the level (in dB²) near 4 Hz, the rate of syllables. */
  syllabicShare: number;
  /** Root mean square of the modulation of the level from 0.5 to 16 Hz. */
  modulationDb: number;
  /**
   * Share of frames, 0 … 1, whose power is less than a quarter of the mean: high for speech and sparse hits.
   * Saunders, "Real-time discrimination of broadcast speech/music", 1996.
   */
  lowLevelShare: number;
  /** 95th less 10th percentile of the levels of the frames. */
  dynamicRangeDb: number;
};

/**
 * Measures how a level moves, from one power a frame. Speech swings at about four syllables a second.
 * Scheirer & Slaney, "Construction and evaluation of a robust multifeature speech/music discriminator", 1997.
 */
export class LevelMotionMeter {
  private readonly histogram = new Float64Array(HISTOGRAM_BINS);
  private readonly slow: OnePole;
  private readonly low: OnePole;
  private readonly high: OnePole;
  private readonly smooth: OnePole;
  private syllabic = 0;
  private moving = 0;
  private power = 0;
  private frames = 0;

  constructor(framesPerSecond: number) {
    this.slow = new OnePole(SLOWEST_HZ, framesPerSecond);
    this.low = new OnePole(SYLLABIC_LOW_HZ, framesPerSecond);
    this.high = new OnePole(SYLLABIC_HIGH_HZ, framesPerSecond);
    this.smooth = new OnePole(FASTEST_HZ, framesPerSecond);
  }

  /** Power of one frame, not negative. */
  push(power: number): void {
    const db = 10 * Math.log10(power + FLOOR_POWER);
    const bin = Math.floor(db - HISTOGRAM_LOW_DB);
    this.histogram[Math.max(0, Math.min(HISTOGRAM_BINS - 1, bin))]++;
    const smooth = this.smooth.next(db);
    const slow = this.slow.next(db);
    const near = this.high.next(db) - this.low.next(db);
    this.syllabic += near * near;
    this.moving += (smooth - slow) * (smooth - slow);
    this.power += power;
    this.frames++;
  }

  /** What was measured so far. */
  finish(): LevelMotion {
    const { frames, histogram } = this;
    if (frames === 0) return { syllabicShare: 0, modulationDb: 0, lowLevelShare: 0, dynamicRangeDb: 0 };
    const halfMeanDb = 10 * Math.log10(this.power / frames + FLOOR_POWER) - 6;
    let quiet = 0;
    for (let i = 0; i < HISTOGRAM_BINS && HISTOGRAM_LOW_DB + i + 0.5 < halfMeanDb; i++) quiet += histogram[i];
    return {
      syllabicShare: this.moving > 1e-9 ? Math.min(1, this.syllabic / this.moving) : 0,
      modulationDb: Math.sqrt(this.moving / frames),
      lowLevelShare: quiet / frames,
      dynamicRangeDb: this.percentile(0.95) - this.percentile(0.1),
    };
  }

  /** Level below which `share` of the frames lie, in dB above the lowest. */
  private percentile(share: number): number {
    let count = 0;
    for (let i = 0; i < HISTOGRAM_BINS; i++) {
      count += this.histogram[i];
      if (count >= share * this.frames) return i;
    }
    return HISTOGRAM_BINS - 1;
  }
}

/** First-order low-pass that starts at its first value. */
class OnePole {
  private readonly coefficient: number;
  private state = 0;
  private started = false;

  constructor(cutoffHz: number, rateHz: number) {
    this.coefficient = 1 - Math.exp((-2 * Math.PI * cutoffHz) / rateHz);
  }

  next(value: number): number {
    this.state = this.started ? this.state + this.coefficient * (value - this.state) : value;
    this.started = true;
    return this.state;
  }
}
