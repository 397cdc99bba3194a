/**
 * Mean and variance of vectors, one vector at a time, stable however many are added. Welford, "Note on a method for
 * calculating corrected sums of squares and products", 1962.
 */
export class RunningMoments {
  count = 0;
  /** Mean of each dimension so far; 0 before the first vector. */
  readonly mean: Float64Array;
  private readonly squares: Float64Array;

  constructor(dimensions: number) {
    this.mean = new Float64Array(dimensions);
    this.squares = new Float64Array(dimensions);
  }

  /** Adds a vector of as many values as there are dimensions. */
  add(values: Float64Array): void {
    this.count++;
    for (let i = 0; i < this.mean.length; i++) {
      const distance = values[i] - this.mean[i];
      this.mean[i] += distance / this.count;
      this.squares[i] += distance * (values[i] - this.mean[i]);
    }
  }

  /** Population variance of a dimension; 0 for fewer than two vectors. */
  variance(i: number): number {
    return this.count > 1 ? this.squares[i] / this.count : 0;
  }
}
