/**
 * The largest mean of `width` successive values of a stream. Values must not be negative; the mean is 0 until there
 * are `width` of them.
 *
 * @throws RangeError if the width is not at least 1
 */
export class LargestMean {
  largest = 0;
  /** The mean of the last `width` values, as if zeros had come before the first. */
  latest = 0;
  private readonly recent: Float64Array;
  private count = 0;

  constructor(width: number) {
    if (!(width >= 1)) throw new RangeError(`width must be at least 1, got ${width}`);
    this.recent = new Float64Array(width);
  }

  push(value: number): void {
    const { recent } = this;
    recent[this.count % recent.length] = value;
    this.count++;
    // Summed anew each time: a running sum would carry rounding errors from loud into quiet passages.
    let sum = 0;
    for (let i = 0; i < recent.length; i++) sum += recent[i];
    this.latest = sum / recent.length;
    if (this.count >= recent.length) this.largest = Math.max(this.largest, this.latest);
  }
}
