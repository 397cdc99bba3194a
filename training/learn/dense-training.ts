import { SeededRandom } from "@/bench/statistics/seeded-random";
import { DENSE_INPUT_LIMIT, type PackedNetwork } from "@/lib/dsp/learned/dense-network";
import { logistic, softmax } from "@/lib/dsp/learned/softmax";
import { standardise } from "@/lib/dsp/learned/standardise";
import { descend } from "./descent";
import { packedFloats, packedLayer } from "./packing";

/** Features, the share of each output that is wanted for them, and how much the lesson counts. */
export type Lesson = { features: Float32Array; wanted: Float32Array; weight: number };

export type DenseOptions = {
  hidden: readonly number[];
  epochs: number;
  /** Share of hidden units that each lesson leaves out. */
  dropout: number;
  decay: number;
  /** Standard deviation of the noise that is added to a standardised input. */
  noise: (input: number) => number;
  seed: number;
  /** Whether exactly one output is right, or each may be right or wrong. */
  outputs: "exclusive" | "independent";
};

const BATCH = 48;
const FIRST_RATE = 0.0015;
const LAST_RATE = 0.00004;

type Shape = { inputs: number; outputs: number; weightsAt: number; biasesAt: number };

/** Fits a rectified network by Adam on cross entropy with dropout and noisy inputs. Deterministic for a seed. */
export function trainDense(lessons: readonly Lesson[], options: DenseOptions): PackedNetwork {
  return new DenseTrainer(lessons, options).train();
}

class DenseTrainer {
  private readonly mean: Float32Array;
  private readonly deviation: Float32Array;
  private readonly inputs: Float32Array[];
  /** Width of each input's noise, which is uniform: a bell-shaped one takes twelve times as long. */
  private readonly reach: Float64Array;
  private readonly shapes: Shape[] = [];
  private readonly parameters: Float64Array;
  private readonly random: SeededRandom;
  /** Values of each layer, the input first, and the loss's slopes by them. */
  private readonly values: Float64Array[];
  private readonly slopes: Float64Array[];

  constructor(
    private readonly lessons: readonly Lesson[],
    private readonly options: DenseOptions,
  ) {
    const first = lessons[0];
    if (!first) throw new RangeError("nothing to learn from");
    this.random = new SeededRandom(options.seed);
    const sizes = [first.features.length, ...options.hidden, first.wanted.length];
    let at = 0;
    for (let l = 0; l + 1 < sizes.length; l++) {
      const [inputs = 0, outputs = 0] = [sizes[l], sizes[l + 1]];
      this.shapes.push({ inputs, outputs, weightsAt: at, biasesAt: at + inputs * outputs });
      at += (inputs + 1) * outputs;
    }
    this.parameters = new Float64Array(at);
    for (const { inputs, outputs, weightsAt } of this.shapes) {
      const spread = Math.sqrt(2 / inputs);
      for (let i = 0; i < inputs * outputs; i++) this.parameters[weightsAt + i] = spread * this.random.bell();
    }
    this.values = sizes.map((size) => new Float64Array(size));
    this.slopes = sizes.map((size) => new Float64Array(size));
    [this.mean, this.deviation] = moments(lessons, sizes[0] ?? 0);
    this.reach = Float64Array.from(this.mean, (_, input) => 2 * Math.sqrt(3) * options.noise(input));
    this.inputs = lessons.map(({ features }) =>
      features.map((x, i) => standardise(x, this.mean[i] ?? 0, this.deviation[i] ?? 1, DENSE_INPUT_LIMIT)),
    );
  }

  train(): PackedNetwork {
    const { parameters, random, lessons } = this;
    const { epochs, decay } = this.options;
    const rate = (epoch: number) =>
      LAST_RATE + (FIRST_RATE - LAST_RATE) * 0.5 * (1 + Math.cos((Math.PI * epoch) / epochs));
    descend({ parameters, lessons: lessons.length, batch: BATCH, epochs, decay, rate, random }, (index, gradient) =>
      this.addGradient(index, gradient),
    );
    return this.packed();
  }

  private addGradient(index: number, gradient: Float64Array): void {
    const { wanted, weight } = this.lessons[index] as Lesson;
    const input = this.inputs[index] as Float32Array;
    const noisy = this.values[0] as Float64Array;
    const { reach } = this;
    for (let i = 0; i < noisy.length; i++)
      noisy[i] = (input[i] as number) + (reach[i] as number) * (this.random.next() - 0.5);
    this.shapes.forEach((_, layer) => {
      this.forward(layer);
    });
    const scores = this.values.at(-1) as Float64Array;
    const slope = this.slopes.at(-1) as Float64Array;
    const shares = this.options.outputs === "exclusive" ? softmax(scores) : scores.map(logistic);
    for (let o = 0; o < slope.length; o++) slope[o] = weight * ((shares[o] as number) - (wanted[o] as number));
    for (let layer = this.shapes.length - 1; layer >= 0; layer--) this.backward(layer, gradient);
  }

  private forward(layer: number): void {
    const { inputs, outputs, weightsAt, biasesAt } = this.shapes[layer] as Shape;
    const { parameters } = this;
    const from = this.values[layer] as Float64Array;
    const to = this.values[layer + 1] as Float64Array;
    const last = layer === this.shapes.length - 1;
    const { dropout } = this.options;
    for (let o = 0; o < outputs; o++) {
      if (!last && this.random.next() < dropout) {
        to[o] = 0;
        continue;
      }
      let sum = parameters[biasesAt + o] as number;
      for (let i = 0, w = weightsAt + o * inputs; i < inputs; i++, w++)
        sum += (parameters[w] as number) * (from[i] as number);
      to[o] = last ? sum : sum > 0 ? sum / (1 - dropout) : 0;
    }
  }

  private backward(layer: number, gradient: Float64Array): void {
    const { inputs, outputs, weightsAt, biasesAt } = this.shapes[layer] as Shape;
    const { parameters } = this;
    const from = this.values[layer] as Float64Array;
    const slope = this.slopes[layer + 1] as Float64Array;
    const back = this.slopes[layer] as Float64Array;
    back.fill(0);
    const scale = 1 / (1 - this.options.dropout);
    for (let o = 0; o < outputs; o++) {
      const here = slope[o] as number;
      if (here === 0) continue;
      (gradient[biasesAt + o] as number) += here;
      for (let i = 0, w = weightsAt + o * inputs; i < inputs; i++, w++) {
        (gradient[w] as number) += here * (from[i] as number);
        if (layer > 0) (back[i] as number) += here * (parameters[w] as number);
      }
    }
    if (layer === 0) return;
    for (let i = 0; i < inputs; i++) back[i] = (from[i] as number) > 0 ? (back[i] as number) * scale : 0;
  }

  private packed(): PackedNetwork {
    return {
      mean: packedFloats(this.mean),
      deviation: packedFloats(this.deviation),
      layers: this.shapes.map(({ inputs, outputs, weightsAt, biasesAt }) =>
        packedLayer(
          this.parameters.subarray(weightsAt, weightsAt + inputs * outputs),
          this.parameters.subarray(biasesAt, biasesAt + outputs),
        ),
      ),
    };
  }
}

function moments(lessons: readonly Lesson[], size: number): [mean: Float32Array, deviation: Float32Array] {
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const { features } of lessons) {
    for (let i = 0; i < size; i++) {
      const x = features[i] as number;
      sum[i] = (sum[i] as number) + x;
      squares[i] = (squares[i] as number) + x * x;
    }
  }
  const mean = Float32Array.from(sum, (value) => value / lessons.length);
  const variance = (i: number) => (squares[i] as number) / lessons.length - (mean[i] as number) ** 2;
  return [mean, mean.map((_, i) => Math.sqrt(Math.max(1e-4, variance(i))))];
}
