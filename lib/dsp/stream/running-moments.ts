/** Mean and variance of vectors, by Welford's recurrence: stable however many are added. */
export class RunningMoments {
  count = 0;
  readonly mean: Float64Array;
  private readonly squares: Float64Array;

  constructor(dimensions: number) {
    this.mean = new Float64Array(dimensions);
    this.squares = new Float64Array(dimensions);
  }

  add(values: Float64Array): void {
    this.count++;
    for (let i = 0; i < this.mean.length; i++) {
      const distance = values[i] - this.mean[i];
      this.mean[i] += distance / this.count;
      this.squares[i] += distance * (values[i] - this.mean[i]);
    }
  }

  /** Population variance of dimension `i`; 0 for fewer than two vectors. */
  variance(i: number): number {
    return this.count > 1 ? this.squares[i] / this.count : 0;
  }
}
