/** A repeatable source of chance (xorshift, 32 bits): the same seed gives the same layout. Nothing is allocated. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    // It must not be 0, and seeds that differ by little should soon differ by much.
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return Math.floor(((x >>> 0) / 4_294_967_296) * limit);
  }

  /** Uniform in [−1, 1). */
  around(): number {
    return this.below(2 ** 24) / 2 ** 23 - 1;
  }
}
