/** Samples at or above this are at full scale: that of 16 bits less a few steps of rounding. */
const CLIPPED_AMPLITUDE = 0.9998;
/** This many in a row on the same side are no longer a peak that happens to touch full scale. */
const CLIPPING_RUN_SAMPLES = 3;
/** What is quieter than −60 dBFS at the edges of a file is silence. */
const SILENCE_AMPLITUDE = 0.001;

/** Clipping and DC offset of one channel. Clipping is a run of at least three successive samples at full scale. */
export class ChannelFaults {
  /** How many times the channel was clipped. */
  clippingRuns = 0;
  private run = 0;
  private positive = true;
  private sum = 0;
  private count = 0;

  /** Takes the first `length` samples. */
  add(samples: Float32Array, length: number): void {
    let sum = 0;
    let { run } = this;
    for (let i = 0; i < length; i++) {
      const x = samples[i];
      sum += x;
      if (x < CLIPPED_AMPLITUDE && x > -CLIPPED_AMPLITUDE) run = 0;
      else {
        run = run > 0 && x > 0 === this.positive ? run + 1 : 1;
        this.positive = x > 0;
        if (run === CLIPPING_RUN_SAMPLES) this.clippingRuns++;
      }
    }
    this.run = run;
    this.sum += sum;
    this.count += length;
  }

  /** DC offset: the mean of all samples, full scale = 1; 0 without samples. */
  get offset(): number {
    return this.count === 0 ? 0 : this.sum / this.count;
  }
}

/** Where the sound of a recording begins and ends. Silence is what stays within −60 dBFS in every channel. */
export class EdgeSilence {
  private first = -1;
  private last = -1;
  private samples = 0;

  /** Takes the first `length` samples of each channel. */
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

  /** Samples before the first sound; all of them if there is no sound. */
  get headSamples(): number {
    return this.first < 0 ? this.samples : this.first;
  }

  /** Samples after the last sound; 0 if there is no sound, because the silence is all head. */
  get tailSamples(): number {
    return this.last < 0 ? 0 : this.samples - 1 - this.last;
  }
}

function isSilent(x: number): boolean {
  return x <= SILENCE_AMPLITUDE && x >= -SILENCE_AMPLITUDE;
}

/** Index of the first sound in any channel; `length` if there is none. */
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
