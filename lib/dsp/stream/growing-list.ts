/** A list of doubles that grows by half when it is full, for one value a frame or block of a file of any length. */
export class GrowingList {
  private values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float64Array(Math.ceil(this.values.length * 1.5));
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  /** The values so far. A view: what is pushed later may or may not appear in it. */
  view(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}
