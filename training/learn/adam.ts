/** Gradient descent with a step size of its own for each parameter. Kingma & Ba, "Adam", ICLR 2015. */
export class Adam {
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private steps = 0;

  constructor(length: number) {
    this.mean = new Float64Array(length);
    this.square = new Float64Array(length);
  }

  /** One step against the mean gradient of a batch and towards zero by `decay`. */
  step(parameters: Float64Array, gradient: Float64Array, batch: number, decay: number, rate: number): void {
    const { mean, square } = this;
    this.steps++;
    const first = 1 - 0.9 ** this.steps;
    const second = 1 - 0.999 ** this.steps;
    for (let i = 0; i < parameters.length; i++) {
      const slope = (gradient[i] as number) / batch + decay * (parameters[i] as number);
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * slope;
      square[i] = 0.999 * (square[i] as number) + 0.001 * slope * slope;
      (parameters[i] as number) -=
        (rate * ((mean[i] as number) / first)) / (Math.sqrt((square[i] as number) / second) + 1e-8);
    }
  }
}
