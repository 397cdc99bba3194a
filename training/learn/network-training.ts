import { SeededRandom } from "@/bench/statistics/seeded-random";
import { CANDIDATE_INPUT_LIMIT, type CandidateNetwork } from "@/lib/dsp/learned/candidate-network";
import { softmax } from "@/lib/dsp/learned/softmax";
import { type FeatureScale, standardiseAll } from "@/lib/dsp/learned/standardise";
import { descend, fallingRate } from "./descent";
import { columnMoments } from "./moments";

/** Candidates of one piece with their features, and which of them is right. */
export type Choice = { features: Float64Array[]; right: number };

export type TrainingOptions = { hidden: number; epochs: number; decay: number; seed: number };

const BATCH = 32;
const FIRST_RATE = 0.0042;
const LAST_RATE = 0.0002;
/** A candidate that is settled, or out of the question, changes nothing. */
const NEGLIGIBLE = 1e-3;

/** Several networks that differ in their first weights and in the order of their lessons. */
export const trainNetworks = (choices: Choice[], count: number, options: Omit<TrainingOptions, "seed">) =>
  Array.from({ length: count }, (_, index) => trainNetwork(choices, { ...options, seed: index + 1 }));

/**
 * Fits a network of one hidden layer beside a linear term so that the softmax of its scores over a piece's candidates
 * gives the right one: cross entropy with weight decay, by Adam (Kingma & Ba, 2015). Deterministic for a seed.
 */
export function trainNetwork(choices: Choice[], options: TrainingOptions): CandidateNetwork {
  return new NetworkTrainer(choices, options).train();
}

class NetworkTrainer implements FeatureScale {
  private readonly inputs: number;
  readonly mean: number[];
  readonly deviation: number[];
  private readonly scaled: Float64Array[][];
  private readonly parameters: Float64Array;
  private readonly random: SeededRandom;
  /** Hidden layers of the candidates of one piece. */
  private layers = new Float64Array(0);

  constructor(
    private readonly choices: Choice[],
    private readonly options: TrainingOptions,
  ) {
    const { hidden, seed } = options;
    const { mean, deviation } = columnMoments(choices.flatMap(({ features }) => features));
    this.inputs = mean.length;
    this.mean = mean;
    this.deviation = deviation.map((width) => width || 1);
    this.scaled = choices.map(({ features }) => features.map((x) => standardiseAll(x, this, CANDIDATE_INPUT_LIMIT)));
    this.parameters = new Float64Array(this.inputs * hidden + 2 * hidden + this.inputs);
    this.random = new SeededRandom(seed);
    const spread = 1 / Math.sqrt(this.inputs);
    for (let i = 0; i < this.inputs * hidden; i++) this.parameters[i] = this.random.bell() * spread;
    for (let u = 0; u < hidden; u++) this.parameters[this.outputAt(u)] = this.random.bell() * 0.1;
  }

  train(): CandidateNetwork {
    const { parameters, random } = this;
    const { epochs, decay } = this.options;
    const rate = fallingRate(FIRST_RATE, LAST_RATE, epochs);
    descend(
      { parameters, lessons: this.choices.length, batch: BATCH, epochs, decay, rate, random },
      (index, gradient) => this.addGradient(index, gradient),
    );
    return this.network();
  }

  private biasAt(unit: number): number {
    return this.inputs * this.options.hidden + unit;
  }

  private outputAt(unit: number): number {
    return this.biasAt(this.options.hidden) + unit;
  }

  /** Hidden layer of a candidate, from `at` on in `layers`; returns the candidate's score. */
  private forward(x: Float64Array, layers: Float64Array, at: number): number {
    const { parameters, inputs } = this;
    const { hidden } = this.options;
    const linearAt = this.outputAt(hidden);
    let score = 0;
    for (let u = 0; u < hidden; u++) {
      let sum = parameters[this.biasAt(u)] as number;
      const from = u * inputs;
      for (let j = 0; j < inputs; j++) sum += (parameters[from + j] as number) * (x[j] as number);
      const activation = Math.tanh(sum);
      layers[at + u] = activation;
      score += (parameters[this.outputAt(u)] as number) * activation;
    }
    for (let j = 0; j < inputs; j++) score += (parameters[linearAt + j] as number) * (x[j] as number);
    return score;
  }

  private addGradient(index: number, gradient: Float64Array): void {
    const { hidden } = this.options;
    const candidates = this.scaled[index] ?? [];
    if (this.layers.length < candidates.length * hidden) this.layers = new Float64Array(candidates.length * hidden);
    const shares = softmax(Float64Array.from(candidates, (x, c) => this.forward(x, this.layers, c * hidden)));
    candidates.forEach((x, c) => {
      const error = (shares[c] as number) - (c === this.choices[index]?.right ? 1 : 0);
      if (Math.abs(error) > NEGLIGIBLE) this.backward(x, error, c * hidden, gradient);
    });
  }

  private backward(x: Float64Array, error: number, at: number, gradient: Float64Array): void {
    const { parameters, inputs, layers } = this;
    const { hidden } = this.options;
    const linearAt = this.outputAt(hidden);
    for (let u = 0; u < hidden; u++) {
      const h = layers[at + u] as number;
      const back = error * (parameters[this.outputAt(u)] as number) * (1 - h * h);
      (gradient[this.outputAt(u)] as number) += error * h;
      (gradient[this.biasAt(u)] as number) += back;
      const from = u * inputs;
      for (let j = 0; j < inputs; j++) (gradient[from + j] as number) += back * (x[j] as number);
    }
    for (let j = 0; j < inputs; j++) (gradient[linearAt + j] as number) += error * (x[j] as number);
  }

  private network(): CandidateNetwork {
    const { parameters, inputs } = this;
    const { hidden } = this.options;
    return {
      mean: this.mean,
      deviation: this.deviation,
      hidden: Array.from({ length: hidden }, (_, u) => ({
        weights: [...parameters.slice(u * inputs, (u + 1) * inputs)],
        bias: parameters[this.biasAt(u)] ?? 0,
        output: parameters[this.outputAt(u)] ?? 0,
      })),
      linear: [...parameters.slice(this.outputAt(hidden))],
    };
  }
}
