/** The rate of syllables, 4 Hz, against all modulation from half a hertz to sixteen. */
const LOW_HZ = 2.5;
const HIGH_HZ = 6.5;
const FLOOR = 1e-10;
/** Steps of the level histogram, from −100 dB. */
const HISTOGRAM_LOW_DB = -100;
const HISTOGRAM_BINS = 110;

export type LevelMotion = {
  /** Share, 0 … 1, of the level's modulation energy (in dB²) near 4 Hz, the rate of syllables. */
  syllabicShare: number;
  /** Root mean square of the level's modulation below 16 Hz, dB. */
  modulationDb: number;
  /** Share of frames more than 6 dB below the mean power, Saunders 1996: high for speech and sparse hits. */
  lowLevelShare: number;
  /** 95th less 10th percentile of the frames' levels, dB. */
  dynamicRangeDb: number;
};

/**
 * How a level moves, from one power a frame. Speech swings at about four syllables a second.
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
    this.slow = new OnePole(0.5, framesPerSecond);
    this.low = new OnePole(LOW_HZ, framesPerSecond);
    this.high = new OnePole(HIGH_HZ, framesPerSecond);
    this.smooth = new OnePole(16, framesPerSecond);
  }

  push(power: number): void {
    const db = 10 * Math.log10(power + FLOOR);
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

  finish(): LevelMotion {
    const { frames, histogram } = this;
    if (frames === 0) return { syllabicShare: 0, modulationDb: 0, lowLevelShare: 0, dynamicRangeDb: 0 };
    const halfMeanDb = 10 * Math.log10(this.power / frames + FLOOR) - 6;
    let quiet = 0;
    for (let i = 0; i < HISTOGRAM_BINS && HISTOGRAM_LOW_DB + i + 0.5 < halfMeanDb; i++) quiet += histogram[i];
    return {
      syllabicShare: this.moving > 1e-9 ? Math.min(1, this.syllabic / this.moving) : 0,
      modulationDb: Math.sqrt(this.moving / frames),
      lowLevelShare: quiet / frames,
      dynamicRangeDb: this.percentile(0.95) - this.percentile(0.1),
    };
  }

  private percentile(share: number): number {
    let count = 0;
    for (let i = 0; i < HISTOGRAM_BINS; i++) {
      count += this.histogram[i];
      if (count >= share * this.frames) return i;
    }
    return HISTOGRAM_BINS - 1;
  }
}

/** First-order low-pass, which starts at its first value. */
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
