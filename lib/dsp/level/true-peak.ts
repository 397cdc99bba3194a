import { kaiserAt } from "@/lib/dsp/transform/windows";

const OVERSAMPLING = 4;
const HALF_TAPS = 12;
const TAPS = HALF_TAPS * 2;
/** Positions that are checked together for whether they need interpolation. */
const BLOCK_POSITIONS = 64;

/** Filter taps for the positions 1/4, 1/2 and 3/4 between two samples; position 0 is the sample itself. */
const PHASES = Array.from({ length: OVERSAMPLING - 1 }, (_, p) => {
  const row = Float64Array.from({ length: TAPS }, (_, i) => {
    const distance = i - HALF_TAPS + 1 - (p + 1) / OVERSAMPLING;
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * kaiserAt(distance / HALF_TAPS, 7);
  });
  const sum = row.reduce((total, value) => total + value, 0);
  return row.map((value) => value / sum);
});
/** Sum of the magnitudes of a stretch of taps. */
const magnitude = (row: Float64Array, from: number, to: number) =>
  row.slice(from, to).reduce((sum, value) => sum + Math.abs(value), 0);
/** An interpolated value is at most NEAR · (larger neighbour) + FAR · (largest sample within reach). */
const NEAR = Math.max(...PHASES.map((row) => magnitude(row, HALF_TAPS - 1, HALF_TAPS + 1)));
const FAR = Math.max(...PHASES.map((row) => magnitude(row, 0, HALF_TAPS - 1) + magnitude(row, HALF_TAPS + 1, TAPS)));
/** The same with the eight nearest samples, each times the largest weight it has in any row. */
const CLOSE_TAPS = 8;
const CLOSE_FROM = HALF_TAPS - CLOSE_TAPS / 2;
const CLOSE = Float64Array.from({ length: CLOSE_TAPS }, (_, i) =>
  Math.max(...PHASES.map((row) => Math.abs(row[CLOSE_FROM + i]))),
);
const BEYOND = Math.max(
  ...PHASES.map((row) => magnitude(row, 0, CLOSE_FROM) + magnitude(row, CLOSE_FROM + CLOSE_TAPS, TAPS)),
);

/**
 * Sample peak and true peak of one channel, linear with full scale = 1: the largest |x| of the signal and of its 4×
 * oversampled form (24 taps a phase). What provably cannot exceed the peak found so far is not interpolated, which
 * does not change the result. ITU-R BS.1770-5, annex 2.
 */
export class TruePeakMeter {
  /** Largest |sample|. */
  samplePeak = 0;
  private interpolatedPeak = 0;
  private readonly buffer: Float64Array;
  private filled = TAPS - 1;

  /** @param maxChunk the largest `length` that `push` will be given */
  constructor(private readonly maxChunk: number) {
    this.buffer = new Float64Array(maxChunk + 2 * TAPS);
  }

  /** At least the sample peak. Complete after `finish`. */
  get truePeak(): number {
    return Math.max(this.samplePeak, this.interpolatedPeak);
  }

  /**
   * Takes the first `length` samples.
   *
   * @throws RangeError if there are more of them than `maxChunk`
   */
  push(input: Float32Array, length: number): void {
    if (length > this.maxChunk) throw new RangeError(`expected at most ${this.maxChunk} samples, got ${length}`);
    this.append(input, length);
  }

  /** Forgets the peaks of what came, but not the samples that the next ones follow: for a meter that runs on. */
  restart(): void {
    this.samplePeak = 0;
    this.interpolatedPeak = 0;
  }

  /** Interpolates up to the last sample, as if silence followed. Once, after the last `push`. */
  finish(): void {
    this.append(new Float32Array(HALF_TAPS), HALF_TAPS);
  }

  private append(input: Float32Array, length: number): void {
    const { buffer } = this;
    for (let i = 0; i < length; i++) buffer[this.filled + i] = input[i];
    this.filled += length;
    const positions = this.filled - TAPS + 1;
    for (let start = 0; start < positions; start += BLOCK_POSITIONS) {
      this.block(start, Math.min(start + BLOCK_POSITIONS, positions));
    }
    buffer.copyWithin(0, positions, this.filled);
    this.filled -= positions;
  }

  /** Position `p` lies between buffer[p + HALF_TAPS − 1] and the next sample. */
  private block(start: number, end: number): void {
    const { buffer } = this;
    let reach = 0;
    for (let i = start; i < end + TAPS - 1; i++) {
      const value = Math.abs(buffer[i]);
      if (value > reach) reach = value;
    }
    if (reach > this.samplePeak) this.samplePeak = reach;
    let peak = Math.max(this.interpolatedPeak, this.samplePeak);
    if ((NEAR + FAR) * reach <= peak) return;
    const near = (peak - FAR * reach) / NEAR;
    for (let p = start; p < end; p++) {
      const left = Math.abs(buffer[p + HALF_TAPS - 1]);
      const right = Math.abs(buffer[p + HALF_TAPS]);
      if ((left <= near && right <= near) || this.closeBound(p) + BEYOND * reach <= peak) continue;
      const found = this.between(p);
      if (found > peak) peak = found;
    }
    this.interpolatedPeak = Math.max(this.interpolatedPeak, peak);
  }

  /** The most that the eight nearest samples can contribute between two samples. */
  private closeBound(position: number): number {
    const { buffer } = this;
    let sum = 0;
    for (let i = 0, at = position + CLOSE_FROM; i < CLOSE_TAPS; i++, at++) sum += CLOSE[i] * Math.abs(buffer[at]);
    return sum;
  }

  /** The largest magnitude at the three positions between two samples. */
  private between(position: number): number {
    const { buffer } = this;
    const [quarter, half, threeQuarters] = PHASES;
    let a = 0;
    let b = 0;
    let c = 0;
    for (let i = 0; i < TAPS; i++) {
      const x = buffer[position + i];
      a += x * quarter[i];
      b += x * half[i];
      c += x * threeQuarters[i];
    }
    return Math.max(Math.abs(a), Math.abs(b), Math.abs(c));
  }
}
