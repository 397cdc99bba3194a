import { type BiquadCoefficients, highpass, lowpass } from "./biquad";

const LOW_EDGE_HZ = 200;
const HIGH_EDGE_HZ = 2000;
const FIRST_SAMPLES_PER_POINT = 16;

/**
 * One zoom level of a waveform, one value a point, full scale = 1: extremes over all channels, and root mean squares of
 * the mono mix below 200 Hz, up to 2 kHz and above.
 */
export type PyramidLevel = {
  samplesPerPoint: number;
  min: Float32Array;
  max: Float32Array;
  low: Float32Array;
  mid: Float32Array;
  high: Float32Array;
};

/**
 * Overview of a waveform of unknown length in fixed memory. When `maxPoints` are full, neighbours are merged, and from
 * then on each point covers twice as many samples.
 */
export class BandPyramid {
  private samplesPerPoint = FIRST_SAMPLES_PER_POINT;
  private points = 0;
  private inPoint = 0;
  private samples = 0;
  private readonly min: Float32Array;
  private readonly max: Float32Array;
  /** Energies of the three bands, point after point. */
  private readonly bands: Float64Array;
  private readonly split: BandSplit;

  /**
   * @param maxPoints how many points the finest level has at most: an even number
   * @throws RangeError if it is odd or 0
   */
  constructor(
    sampleRateHz: number,
    private readonly maxPoints: number,
  ) {
    if (maxPoints < 2 || maxPoints % 2 !== 0) throw new RangeError(`maxPoints must be even, got ${maxPoints}`);
    this.min = new Float32Array(maxPoints + 1).fill(Number.POSITIVE_INFINITY);
    this.max = new Float32Array(maxPoints + 1).fill(Number.NEGATIVE_INFINITY);
    this.bands = new Float64Array((maxPoints + 1) * 3);
    this.split = new BandSplit(sampleRateHz);
  }

  /** Takes the first `length` samples of each channel and of their mono mix. */
  push(channels: Float32Array[], mono: Float32Array, length: number): void {
    for (let start = 0; start < length; ) {
      const end = Math.min(length, start + this.samplesPerPoint - this.inPoint);
      for (const channel of channels) this.extremes(channel, start, end);
      this.split.add(mono, start, end, this.bands, this.points * 3);
      this.inPoint += end - start;
      start = end;
      if (this.inPoint === this.samplesPerPoint) this.closePoint();
    }
    this.samples += length;
    this.split.flushDenormals();
  }

  /**
   * Zoom levels, finest first, each coarser by `factor` than the one before, until one would have fewer than
   * `minPoints` points. There is always one.
   *
   * @throws RangeError if the factor is not at least 2
   */
  finish(factor: number, minPoints: number): PyramidLevel[] {
    if (!(factor >= 2)) throw new RangeError(`factor must be at least 2, got ${factor}`);
    const total = this.points + (this.inPoint > 0 ? 1 : 0);
    const levels: PyramidLevel[] = [];
    for (let group = 1; group === 1 || total / group >= minPoints; group *= factor)
      levels.push(this.level(group, total));
    return levels;
  }

  private extremes(channel: Float32Array, start: number, end: number): void {
    let low = this.min[this.points];
    let high = this.max[this.points];
    for (let i = start; i < end; i++) {
      const x = channel[i];
      if (x < low) low = x;
      if (x > high) high = x;
    }
    this.min[this.points] = low;
    this.max[this.points] = high;
  }

  private closePoint(): void {
    this.points++;
    this.inPoint = 0;
    if (this.points < this.maxPoints) return;
    for (let i = 0; i < this.maxPoints / 2; i++) {
      this.min[i] = Math.min(this.min[2 * i], this.min[2 * i + 1]);
      this.max[i] = Math.max(this.max[2 * i], this.max[2 * i + 1]);
      for (let b = 0; b < 3; b++) this.bands[3 * i + b] = this.bands[6 * i + b] + this.bands[6 * i + 3 + b];
    }
    this.points = this.maxPoints / 2;
    this.min.fill(Number.POSITIVE_INFINITY, this.points);
    this.max.fill(Number.NEGATIVE_INFINITY, this.points);
    this.bands.fill(0, this.points * 3);
    this.samplesPerPoint *= 2;
  }

  private level(group: number, total: number): PyramidLevel {
    const points = Math.ceil(total / group);
    const samplesPerPoint = this.samplesPerPoint * group;
    const bands = [new Float32Array(points), new Float32Array(points), new Float32Array(points)];
    const level = { min: new Float32Array(points), max: new Float32Array(points) };
    for (let p = 0; p < points; p++) {
      const end = Math.min(total, (p + 1) * group);
      const samples = Math.min(samplesPerPoint, this.samples - p * samplesPerPoint);
      level.min[p] = this.min.subarray(p * group, end).reduce((a, b) => Math.min(a, b));
      level.max[p] = this.max.subarray(p * group, end).reduce((a, b) => Math.max(a, b));
      for (let b = 0; b < 3; b++) {
        let energy = 0;
        for (let i = p * group; i < end; i++) energy += this.bands[3 * i + b];
        bands[b][p] = Math.sqrt(energy / samples);
      }
    }
    return { samplesPerPoint, ...level, low: bands[0], mid: bands[1], high: bands[2] };
  }
}

/** Splits a signal at 200 and 2000 Hz by Butterworth sections and measures the energies. */
class BandSplit {
  private readonly sections: BiquadCoefficients[];
  private readonly state = new Float64Array(8);

  constructor(sampleRateHz: number) {
    const low = lowpass(LOW_EDGE_HZ, sampleRateHz);
    const midLow = highpass(LOW_EDGE_HZ, sampleRateHz);
    const midHigh = lowpass(HIGH_EDGE_HZ, sampleRateHz);
    this.sections = [low, midLow, midHigh, highpass(HIGH_EDGE_HZ, sampleRateHz)];
  }

  /** Adds the energies of the samples from `start` to before `end` to three values from `offset`. */
  add(input: Float32Array, start: number, end: number, energies: Float64Array, offset: number): void {
    const { state } = this;
    const [l, m, n, h] = this.sections;
    let l1 = state[0];
    let l2 = state[1];
    let m1 = state[2];
    let m2 = state[3];
    let n1 = state[4];
    let n2 = state[5];
    let h1 = state[6];
    let h2 = state[7];
    let low = 0;
    let mid = 0;
    let high = 0;
    for (let i = start; i < end; i++) {
      const x = input[i];
      const y = l.b0 * x + l1;
      l1 = l.b1 * x - l.a1 * y + l2;
      l2 = l.b2 * x - l.a2 * y;
      low += y * y;
      const u = m.b0 * x + m1;
      m1 = m.b1 * x - m.a1 * u + m2;
      m2 = m.b2 * x - m.a2 * u;
      const v = n.b0 * u + n1;
      n1 = n.b1 * u - n.a1 * v + n2;
      n2 = n.b2 * u - n.a2 * v;
      mid += v * v;
      const w = h.b0 * x + h1;
      h1 = h.b1 * x - h.a1 * w + h2;
      h2 = h.b2 * x - h.a2 * w;
      high += w * w;
    }
    state[0] = l1;
    state[1] = l2;
    state[2] = m1;
    state[3] = m2;
    state[4] = n1;
    state[5] = n2;
    state[6] = h1;
    state[7] = h2;
    energies[offset] += low;
    energies[offset + 1] += mid;
    energies[offset + 2] += high;
  }

  /** A filter that rings out into silence would end up in subnormal numbers, which are slow. */
  flushDenormals(): void {
    for (let i = 0; i < 8; i++) if (Math.abs(this.state[i]) < 1e-30) this.state[i] = 0;
  }
}
