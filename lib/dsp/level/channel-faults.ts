/** Samples from here on sit on the rail: full scale of 16 bits less a few steps of rounding. */
const CLIPPED = 0.9998;
/** So many in a row, on the same side, are no longer a peak that happens to touch full scale. */
const CLIPPING_RUN = 3;
/** −60 dBFS: quieter than this at the edges of a file is silence. */
const SILENCE_AMPLITUDE = 0.001;

/** Counts runs of at least three successive samples of one channel at full scale, and the channel's mean. */
export class ChannelFaults {
  /** How often the channel was clipped. */
  clippingRuns = 0;
  private run = 0;
  private positive = true;
  private sum = 0;
  private count = 0;

  add(samples: Float32Array, length: number): void {
    let sum = 0;
    let { run } = this;
    for (let i = 0; i < length; i++) {
      const x = samples[i];
      sum += x;
      if (x < CLIPPED && x > -CLIPPED) run = 0;
      else {
        run = run > 0 && x > 0 === this.positive ? run + 1 : 1;
        this.positive = x > 0;
        if (run === CLIPPING_RUN) this.clippingRuns++;
      }
    }
    this.run = run;
    this.sum += sum;
    this.count += length;
  }

  /** Mean of all samples, full scale = 1. */
  get offset(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }
}

/** Where the sound begins and ends: silence is what stays within −60 dBFS in every channel. */
export class EdgeSilence {
  private first = -1;
  private last = -1;
  private samples = 0;

  add(channels: Float32Array[], length: number): void {
    for (let c = 0; c < channels.length; c++) {
      const channel = channels[c];
      const known = this.last - this.samples;
      let end = length - 1;
      while (end > known && isSilent(channel[end])) end--;
      if (end > known && end >= 0) this.last = this.samples + end;
    }
    if (this.first < 0 && this.last >= 0) this.first = this.samples + firstSound(channels, length);
    this.samples += length;
  }

  /** Samples before the first sound; all of them where there is none. */
  get headSamples(): number {
    return this.first < 0 ? this.samples : this.first;
  }

  /** Samples after the last sound; 0 where there is none, as the silence is all head. */
  get tailSamples(): number {
    return this.last < 0 ? 0 : this.samples - 1 - this.last;
  }
}

function isSilent(x: number): boolean {
  return x <= SILENCE_AMPLITUDE && x >= -SILENCE_AMPLITUDE;
}

function firstSound(channels: Float32Array[], length: number): number {
  let first = length;
  for (let c = 0; c < channels.length; c++) {
    for (let i = 0; i < first; i++) {
      if (isSilent(channels[c][i])) continue;
      first = i;
      break;
    }
  }
  return first;
}
