/**
 * A few equally long excerpts, evenly spread over a signal of unknown length, in fixed memory. When there would be more
 * than `most`, every second one is dropped, and from then on they are taken twice as far apart.
 */
export class Excerpts {
  private readonly slots: Float32Array[];
  /** Distance between the starts of successive excerpts, in lengths of an excerpt. */
  private stride = 1;
  private kept = 0;
  /** Index of the current stretch of `size` samples, counted from the start of the signal, and samples of it so far. */
  private running = 0;
  private filled = 0;

  /**
   * @param size samples of an excerpt
   * @param most how many are kept at most: an even number
   * @throws RangeError if it is odd or 0
   */
  constructor(
    readonly size: number,
    private readonly most: number,
  ) {
    if (most < 2 || most % 2 !== 0) throw new RangeError(`most must be even, got ${most}`);
    this.slots = Array.from({ length: most }, () => new Float32Array(size));
  }

  /** Takes the first `length` samples of `signal`. */
  push(signal: Float32Array, length: number): void {
    for (let taken = 0; taken < length; ) {
      const count = Math.min(length - taken, this.size - this.filled);
      if (this.kept === this.most && this.running % this.stride === 0) this.thin();
      const slot = this.wanted ? this.slots[this.kept] : undefined;
      slot?.set(signal.subarray(taken, taken + count), this.filled);
      this.filled += count;
      taken += count;
      if (this.filled === this.size) this.next();
    }
  }

  /**
   * The complete excerpts, and the last one if it is at least half full or the only one; it is silent from where the
   * signal ended.
   */
  finish(): Float32Array[] {
    const all = this.slots.slice(0, this.kept);
    const last = this.slots[this.kept];
    if (last && this.wanted && this.filled > 0 && (this.kept === 0 || this.filled >= this.size / 2))
      all.push(last.fill(0, this.filled));
    return all;
  }

  private get wanted(): boolean {
    return this.running % this.stride === 0 && this.kept < this.most;
  }

  private next(): void {
    if (this.wanted) this.kept++;
    this.running++;
    this.filled = 0;
  }

  private thin(): void {
    for (let i = 0; 2 * i < this.most; i++) {
      const [kept, dropped] = [this.slots[2 * i], this.slots[i]];
      this.slots[i] = kept;
      this.slots[2 * i] = dropped;
    }
    this.kept = this.most / 2;
    this.stride *= 2;
  }
}
