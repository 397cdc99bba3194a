import { SeededRandom } from "@/bench/statistics/seeded-random";
import { DENSE_INPUT_LIMIT, type PackedNetwork } from "@/lib/dsp/learned/dense-network";
import { softmax } from "@/lib/dsp/learned/softmax";
import { standardise } from "@/lib/dsp/learned/standardise";
import { descend } from "./descent";
import { columnMoments } from "./moments";
import { packedFloats, packedLayer } from "./packing";

/** One thing seen from several sides, and which output on which side is right: side × outputs + output. */
export type TurnedLesson = { sides: readonly Float64Array[]; right: number; weight: number };

export type TurnedOptions = { hidden: number; outputs: number; epochs: number; decay: number; seed: number };

const BATCH = 48;
const FIRST_RATE = 0.002;
const LAST_RATE = 0.00004;
/** Share of hidden units that each lesson leaves out, on all its sides. */
const DROPOUT = 0.25;
/** Width of the noise, which is uniform, that is added to a standardised input. */
const NOISE = 2.6;
/** An answer that is settled, or out of the question, changes nothing. */
const NEGLIGIBLE = 1e-3;

/**
 * Fits a network with one rectified hidden layer that looks at every side with the same weights, so that exactly one
 * output on one side is right: cross entropy over all of them, by Adam. Deterministic for a seed.
 */
export function trainTurned(lessons: readonly TurnedLesson[], options: TurnedOptions): PackedNetwork {
  return new TurnedTrainer(lessons, options).train();
}

class TurnedTrainer {
  private readonly inputs: number;
  private readonly mean: Float32Array;
  private readonly deviation: Float32Array;
  private readonly scaled: Float32Array[][];
  private readonly parameters: Float64Array;
  private readonly random: SeededRandom;
  private readonly kept: Float64Array;
  private readonly noisy: Float64Array[];
  private readonly hidden: Float64Array[];

  constructor(
    private readonly lessons: readonly TurnedLesson[],
    private readonly options: TurnedOptions,
  ) {
    const sides = lessons[0]?.sides.length ?? 0;
    const { mean, deviation } = columnMoments(lessons.flatMap((lesson) => lesson.sides));
    this.inputs = mean.length;
    this.mean = Float32Array.from(mean);
    this.deviation = Float32Array.from(deviation, (width) => Math.max(0.01, width));
    this.scaled = lessons.map((lesson) =>
      lesson.sides.map((side) =>
        Float32Array.from(side, (x, i) => standardise(x, this.mean[i] ?? 0, this.deviation[i] ?? 1, DENSE_INPUT_LIMIT)),
      ),
    );
    const { hidden, outputs, seed } = options;
    this.random = new SeededRandom(seed);
    this.parameters = new Float64Array(hidden * (this.inputs + 1) + outputs * (hidden + 1));
    const spread = 1 / Math.sqrt(this.inputs);
    for (let i = 0; i < hidden * this.inputs; i++) this.parameters[i] = spread * this.random.bell();
    for (let i = this.outputAt(0); i < this.outputAt(outputs); i++) this.parameters[i] = 0.1 * this.random.bell();
    this.kept = new Float64Array(hidden);
    this.noisy = Array.from({ length: sides }, () => new Float64Array(this.inputs));
    this.hidden = Array.from({ length: sides }, () => new Float64Array(hidden));
  }

  train(): PackedNetwork {
    const { parameters, random, lessons } = this;
    const { epochs, decay, hidden, outputs } = this.options;
    const rate = (epoch: number) =>
      LAST_RATE + (FIRST_RATE - LAST_RATE) * 0.5 * (1 + Math.cos((Math.PI * epoch) / epochs));
    descend({ parameters, lessons: lessons.length, batch: BATCH, epochs, decay, rate, random }, (index, gradient) =>
      this.addGradient(index, gradient),
    );
    const biases = this.biasAt(0);
    const outputBiases = this.outputAt(outputs);
    return {
      mean: packedFloats(this.mean),
      deviation: packedFloats(this.deviation),
      layers: [
        packedLayer(parameters.subarray(0, biases), parameters.subarray(biases, biases + hidden)),
        packedLayer(parameters.subarray(this.outputAt(0), outputBiases), parameters.subarray(outputBiases)),
      ],
    };
  }

  private biasAt(unit: number): number {
    return this.options.hidden * this.inputs + unit;
  }

  private outputAt(output: number): number {
    return this.biasAt(this.options.hidden) + output * this.options.hidden;
  }

  private addGradient(index: number, gradient: Float64Array): void {
    const { outputs } = this.options;
    const lesson = this.lessons[index] as TurnedLesson;
    for (let unit = 0; unit < this.kept.length; unit++)
      this.kept[unit] = this.random.next() < DROPOUT ? 0 : 1 / (1 - DROPOUT);
    const scores = new Float64Array(lesson.sides.length * outputs);
    this.scaled[index]?.forEach((x, side) => {
      this.forward(x, side, scores);
    });
    softmax(scores).forEach((share, answer) => {
      const error = lesson.weight * (share - Number(answer === lesson.right));
      if (Math.abs(error) > NEGLIGIBLE) this.backward(Math.floor(answer / outputs), answer % outputs, error, gradient);
    });
  }

  private forward(x: Float32Array, side: number, scores: Float64Array): void {
    const { parameters, inputs, kept, random } = this;
    const { outputs, hidden } = this.options;
    const noisy = this.noisy[side] as Float64Array;
    const units = this.hidden[side] as Float64Array;
    for (let i = 0; i < inputs; i++) noisy[i] = (x[i] as number) + NOISE * (random.next() - 0.5);
    for (let unit = 0; unit < hidden; unit++) {
      units[unit] = 0;
      if (kept[unit] === 0) continue;
      let sum = parameters[this.biasAt(unit)] as number;
      for (let i = 0, w = unit * inputs; i < inputs; i++, w++) sum += (parameters[w] as number) * (noisy[i] as number);
      if (sum > 0) units[unit] = sum * (kept[unit] as number);
    }
    for (let output = 0; output < outputs; output++) {
      let sum = parameters[this.outputAt(outputs) + output] as number;
      const from = this.outputAt(output);
      for (let unit = 0; unit < hidden; unit++) sum += (parameters[from + unit] as number) * (units[unit] as number);
      scores[side * outputs + output] = sum;
    }
  }

  private backward(side: number, output: number, error: number, gradient: Float64Array): void {
    const { parameters, inputs, kept } = this;
    const { outputs, hidden } = this.options;
    const x = this.noisy[side] as Float64Array;
    const units = this.hidden[side] as Float64Array;
    const from = this.outputAt(output);
    (gradient[this.outputAt(outputs) + output] as number) += error;
    for (let unit = 0; unit < hidden; unit++) {
      const value = units[unit] as number;
      if (value === 0) continue;
      (gradient[from + unit] as number) += error * value;
      const back = error * (parameters[from + unit] as number) * (kept[unit] as number);
      (gradient[this.biasAt(unit)] as number) += back;
      for (let i = 0, w = unit * inputs; i < inputs; i++, w++) (gradient[w] as number) += back * (x[i] as number);
    }
  }
}
