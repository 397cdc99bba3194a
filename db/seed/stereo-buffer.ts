export const SAMPLE_RATE_HZ = 44_100;

/** Two channels of sound that voices are added to. Positions and lengths are in seconds. */
export class StereoBuffer {
  readonly left: Float32Array;
  readonly right: Float32Array;

  constructor(durationSeconds: number) {
    const length = Math.round(durationSeconds * SAMPLE_RATE_HZ);
    this.left = new Float32Array(length);
    this.right = new Float32Array(length);
  }

  /**
   * Adds `voice(t)` (amplitude 1 = full scale) from `startSeconds` on. `pan` runs from -1 (left) to 1 (right) at equal
   * power. Sound past the end wraps to the start, so that loops close without a gap.
   */
  add(startSeconds: number, lengthSeconds: number, voice: (t: number) => number, gain = 1, pan = 0): void {
    const first = Math.round(startSeconds * SAMPLE_RATE_HZ);
    const count = Math.round(lengthSeconds * SAMPLE_RATE_HZ);
    const angle = ((pan + 1) * Math.PI) / 4;
    const [toLeft, toRight] = [gain * Math.cos(angle) * Math.SQRT2, gain * Math.sin(angle) * Math.SQRT2];
    for (let index = 0; index < count; index++) {
      const value = voice(index / SAMPLE_RATE_HZ);
      const at = (first + index) % this.left.length;
      this.left[at] = (this.left[at] ?? 0) + value * toLeft;
      this.right[at] = (this.right[at] ?? 0) + value * toRight;
    }
  }

  /** A single echo of each side on the other, at `gain`. */
  echo(delaySeconds: number, gain: number): void {
    const delay = Math.round(delaySeconds * SAMPLE_RATE_HZ);
    const [left, right] = [this.left.slice(), this.right.slice()];
    const length = left.length;
    for (let index = 0; index < length; index++) {
      const from = (index - delay + length) % length;
      this.left[index] = (this.left[index] ?? 0) + gain * (right[from] ?? 0);
      this.right[index] = (this.right[index] ?? 0) + gain * (left[from] ?? 0);
    }
  }

  /** Scales the loudest sample to `peak`, and fades out the end if it would click. */
  finish(peak: number, fadeOutSeconds = 0): this {
    let loudest = 0;
    for (const channel of [this.left, this.right]) {
      for (const value of channel) loudest = Math.max(loudest, Math.abs(value));
    }
    const fade = Math.round(fadeOutSeconds * SAMPLE_RATE_HZ);
    const scale = loudest > 0 ? peak / loudest : 0;
    for (const channel of [this.left, this.right]) {
      for (let index = 0; index < channel.length; index++) {
        const left = channel.length - index;
        channel[index] = (channel[index] ?? 0) * scale * (left < fade ? left / fade : 1);
      }
    }
    return this;
  }
}
