/** Largest mean of `width` successive values of a stream; 0 until there are that many. Values are not negative. */
export class LargestMean {
  largest = 0;
  private readonly recent: Float64Array;
  private count = 0;

  constructor(width: number) {
    this.recent = new Float64Array(width);
  }

  push(value: number): void {
    const { recent } = this;
    recent[this.count % recent.length] = value;
    if (++this.count < recent.length) return;
    // Summed anew each time: a running sum would carry rounding from loud into quiet passages.
    let sum = 0;
    for (let i = 0; i < recent.length; i++) sum += recent[i];
    this.largest = Math.max(this.largest, sum / recent.length);
  }
}
