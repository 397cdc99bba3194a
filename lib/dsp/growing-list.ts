/** A list of single-precision numbers that grows by halves: one value each hop or block of a file of any length. */
export class GrowingList {
  private values = new Float32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float32Array(Math.ceil(this.values.length * 1.5));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  /** The values so far, as a view that the next `push` may leave behind. */
  view(): Float32Array {
    return this.values.subarray(0, this.length);
  }
}
