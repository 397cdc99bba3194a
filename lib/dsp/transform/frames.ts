/**
 * Cuts a stream into overlapping frames. Frame `i` is centred on sample `i·hop`; the signal is zero outside.
 * `onFrame(buffer, offset)` must read `size` samples from `offset` before it returns.
 */
export class FrameSlicer {
  private readonly buffer: Float32Array;
  private filled: number;
  private frames = 0;
  private samples = 0;

  constructor(
    private readonly size: number,
    private readonly hop: number,
    private readonly onFrame: (buffer: Float32Array, offset: number) => void,
  ) {
    if (hop < 1 || hop > size) throw new RangeError(`hop must be 1 … ${size}, got ${hop}`);
    this.buffer = new Float32Array(size * 4);
    this.filled = size >> 1;
  }

  push(input: Float32Array, length = input.length): void {
    this.samples += length;
    this.feed(input, length);
  }

  /** Completes the frames whose centre lies inside the signal. */
  finish(): void {
    const wanted = Math.ceil(this.samples / this.hop);
    const silence = new Float32Array(this.size);
    while (this.frames < wanted) this.feed(silence, Math.min(this.size, this.hop), wanted);
  }

  private feed(input: Float32Array, length: number, frameLimit = Number.POSITIVE_INFINITY): void {
    for (let taken = 0; taken < length; ) {
      const count = Math.min(length - taken, this.buffer.length - this.filled);
      this.buffer.set(input.subarray(taken, taken + count), this.filled);
      this.filled += count;
      taken += count;
      this.cut(frameLimit);
    }
  }

  private cut(frameLimit: number): void {
    let start = 0;
    while (start + this.size <= this.filled && this.frames < frameLimit) {
      this.onFrame(this.buffer, start);
      this.frames++;
      start += this.hop;
    }
    if (start === 0) return;
    this.buffer.copyWithin(0, start, this.filled);
    this.filled -= start;
  }
}
