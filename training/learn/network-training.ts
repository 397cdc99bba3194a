import { SeededRandom } from "@/bench/statistics/seeded-random";
import type { TempoNetwork } from "@/lib/dsp/learned/tempo-network";
import { Adam } from "./adam";

/** Candidates of one piece with their features, and which of them is right. */
export type Choice = { features: Float64Array[]; right: number };

export type TrainingOptions = { hidden: number; epochs: number; decay: number; seed: number };

const BATCH = 32;
const FIRST_RATE = 0.0042;
const LAST_RATE = 0.0002;
const CLIP = 4;
/** A candidate that is out of the question already, or settled, moves nothing. */
const NEGLIGIBLE = 1e-3;

/**
 * Fits a network of one hidden layer beside a linear term so that the softmax of its scores over a piece's candidates
 * gives the right one: cross entropy with weight decay, by Adam (Kingma & Ba, 2015). Deterministic for a seed.
 */
export function trainNetwork(choices: Choice[], options: TrainingOptions): TempoNetwork {
  return new Trainer(choices, options).train();
}

class Trainer {
  private readonly inputs: number;
  private readonly mean: Float64Array;
  private readonly deviation: Float64Array;
  private readonly scaled: Float64Array[][];
  private readonly parameters: Float64Array;
  private readonly gradient: Float64Array;
  private readonly random: SeededRandom;
  private layers = new Float64Array(0);

  constructor(
    private readonly choices: Choice[],
    private readonly options: TrainingOptions,
  ) {
    const { hidden, seed } = options;
    const all = choices.flatMap((choice) => choice.features);
    this.inputs = all[0]?.length ?? 0;
    this.mean = columns(this.inputs, (j) => average(all, (x) => x[j] ?? 0));
    this.deviation = columns(
      this.inputs,
      (j) => Math.sqrt(average(all, (x) => ((x[j] ?? 0) - (this.mean[j] ?? 0)) ** 2)) || 1,
    );
    this.scaled = choices.map(({ features }) => features.map((x) => this.scale(x)));
    this.parameters = new Float64Array(this.inputs * hidden + 2 * hidden + this.inputs);
    this.gradient = new Float64Array(this.parameters.length);
    this.random = new SeededRandom(seed);
    const spread = 1 / Math.sqrt(this.inputs);
    for (let i = 0; i < this.inputs * hidden; i++) this.parameters[i] = this.random.bell() * spread;
    for (let u = 0; u < hidden; u++) this.parameters[this.outputAt(u)] = this.random.bell() * 0.1;
  }

  train(): TempoNetwork {
    const { epochs } = this.options;
    const adam = new Adam(this.parameters.length);
    const order = [...this.choices.keys()];
    for (let epoch = 0; epoch < epochs; epoch++) {
      this.shuffle(order);
      const rate = FIRST_RATE * (1 - epoch / epochs) + LAST_RATE;
      for (let start = 0; start < order.length; start += BATCH) {
        const batch = order.slice(start, start + BATCH);
        this.gradient.fill(0);
        for (const index of batch) this.addGradient(index);
        adam.step(this.parameters, this.gradient, batch.length, this.options.decay, rate);
      }
    }
    return this.network();
  }

  private scale(features: Float64Array): Float64Array {
    return features.map((value, j) =>
      Math.max(-CLIP, Math.min(CLIP, (value - (this.mean[j] ?? 0)) / (this.deviation[j] ?? 1))),
    );
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

  private addGradient(index: number): void {
    const { hidden } = this.options;
    const candidates = this.scaled[index] ?? [];
    if (this.layers.length < candidates.length * hidden) this.layers = new Float64Array(candidates.length * hidden);
    const scores = candidates.map((x, c) => this.forward(x, this.layers, c * hidden));
    const best = Math.max(...scores);
    const weights = scores.map((score) => Math.exp(score - best));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    candidates.forEach((x, c) => {
      const error = (weights[c] as number) / total - (c === this.choices[index]?.right ? 1 : 0);
      if (Math.abs(error) > NEGLIGIBLE) this.backward(x, error, c * hidden);
    });
  }

  private backward(x: Float64Array, error: number, at: number): void {
    const { parameters, gradient, inputs, layers } = this;
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

  private shuffle(order: number[]): void {
    for (let i = order.length - 1; i > 0; i--) {
      const j = this.random.whole(0, i);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
  }

  private network(): TempoNetwork {
    const { parameters, inputs } = this;
    const { hidden } = this.options;
    return {
      mean: [...this.mean],
      deviation: [...this.deviation],
      hidden: Array.from({ length: hidden }, (_, u) => ({
        weights: [...parameters.slice(u * inputs, (u + 1) * inputs)],
        bias: parameters[this.biasAt(u)] ?? 0,
        output: parameters[this.outputAt(u)] ?? 0,
      })),
      linear: [...parameters.slice(this.outputAt(hidden))],
    };
  }
}

function columns(count: number, value: (column: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, column) => value(column));
}

function average<T>(items: T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}
