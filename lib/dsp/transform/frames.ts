/**
 * Cuts a stream into overlapping frames of `size` samples. Frame `i` is centred on sample `i · hop`; before and after
 * the signal there is silence. What comes out does not depend on how the stream was cut into blocks.
 *
 * @example
 * const slicer = new FrameSlicer(2048, 441, (buffer, offset) => fft.power(buffer, offset, window, power));
 * slicer.push(block);
 * slicer.finish();
 */
export class FrameSlicer {
  private readonly buffer: Float32Array;
  private filled: number;
  private frames = 0;
  private samples = 0;

  /**
   * @param onFrame must read `size` samples of `buffer` from `offset` before it returns
   * @throws RangeError unless the hop is 1 … `size`
   */
  constructor(
    private readonly size: number,
    private readonly hop: number,
    private readonly onFrame: (buffer: Float32Array, offset: number) => void,
  ) {
    if (!(hop >= 1 && hop <= size)) throw new RangeError(`hop must be 1 … ${size}, got ${hop}`);
    this.buffer = new Float32Array(size * 4);
    this.filled = size >> 1;
  }

  /** Takes the first `length` samples of `input`. */
  push(input: Float32Array, length = input.length): void {
    this.samples += length;
    this.feed(input, length);
  }

  /** Completes the frames whose centres lie inside the signal. Once, after the last block. */
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
