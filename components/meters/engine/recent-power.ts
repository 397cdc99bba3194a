const STEP_SECONDS = 0.01;
const STEPS = 30;

/** Root mean square of each channel, and the correlation of the first two, over the last 0.3 s. */
export class RecentPower {
  private readonly stepSamples: number;
  /** For each step: the sums of squares of both channels, then of their products. */
  private readonly sums = [new Float64Array(STEPS), new Float64Array(STEPS), new Float64Array(STEPS)] as const;
  private step = 0;
  private samples = 0;

  constructor(sampleRateHz: number) {
    this.stepSamples = Math.round(sampleRateHz * STEP_SECONDS);
  }

  /** Takes the first `length` samples. Of a mono sound, both channels are the same. */
  push(left: Float32Array, right: Float32Array, length: number): void {
    const [leftSums, rightSums, products] = this.sums;
    for (let i = 0; i < length; i++) {
      const [l, r] = [left[i] ?? 0, right[i] ?? 0];
      leftSums[this.step] = (leftSums[this.step] ?? 0) + l * l;
      rightSums[this.step] = (rightSums[this.step] ?? 0) + r * r;
      products[this.step] = (products[this.step] ?? 0) + l * r;
      if (++this.samples === this.stepSamples) this.nextStep();
    }
  }

  /** Linear, of both channels: 1 for a full-scale square wave. */
  rms(): [left: number, right: number] {
    const samples = this.stepSamples * (STEPS - 1) + this.samples;
    const [left, right] = this.sums;
    return [Math.sqrt(total(left) / samples), Math.sqrt(total(right) / samples)];
  }

  /** −1 (opposite) to 1 (the same); null if a channel is silent. */
  correlation(): number | null {
    const [left, right, products] = this.sums;
    const joint = Math.sqrt(total(left) * total(right));
    return joint > 0 ? Math.min(1, Math.max(-1, total(products) / joint)) : null;
  }

  private nextStep(): void {
    this.step = (this.step + 1) % STEPS;
    this.samples = 0;
    for (const sums of this.sums) sums[this.step] = 0;
  }
}

/** Summed anew each time: a running sum would carry rounding errors from loud into quiet passages. */
function total(sums: Float64Array): number {
  let sum = 0;
  for (const value of sums) sum += value;
  return sum;
}
