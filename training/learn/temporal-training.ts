import { SeededRandom } from "@/bench/statistics/seeded-random";
import { logistic } from "@/lib/dsp/learned/softmax";
import {
  addPair,
  type Convolution,
  convolve,
  LEAK,
  PADDING,
  type PackedConvolution,
  type PackedTemporalNetwork,
  rectify,
  standardisedSeries,
} from "@/lib/dsp/learned/temporal-network";
import { descend } from "./descent";

/** A series of rows, and for each output what is wanted in each row: a share, or not a number where nothing is. */
export type TemporalLesson = { rows: Float32Array; frames: number; wanted: Float32Array[] };

export type TemporalOptions = {
  channels: number;
  /** Of the convolutions after the first one. */
  dilations: readonly number[];
  epochs: number;
  decay: number;
  seed: number;
  /** How much each output counts. */
  weights: readonly number[];
  /** Makes the lesson number `index` anew each time it is learned from. */
  lesson: (index: number, random: SeededRandom) => TemporalLesson;
  lessons: number;
  mean: Float32Array;
  deviation: Float32Array;
  progress: (epoch: number, loss: number) => void;
};

const BATCH = 4;
const FIRST_RATE = 0.004;
const LAST_RATE = 0.0002;
const TAPS = 3;

type Layer = Convolution & { at: number };

/** Fits a network of convolutions over time to shares by cross entropy. Deterministic for a seed. */
export function trainTemporal(options: TemporalOptions): PackedTemporalNetwork {
  return new TemporalTrainer(options).train();
}

class TemporalTrainer {
  private readonly layers: Layer[] = [];
  private readonly parameters: Float64Array;
  private readonly random: SeededRandom;
  /** Padded series before each layer, after the last one, and after each layer before it was added to what it read. */
  private values: Float32Array[][] = [];
  private own: Float32Array[][] = [];
  private slopes: Float32Array[][] = [];
  private longest = 0;

  constructor(private readonly options: TemporalOptions) {
    const { channels, dilations, mean, weights, seed } = options;
    this.random = new SeededRandom(seed);
    const shapes = [
      { inputs: mean.length, outputs: channels, taps: TAPS, dilation: 1 },
      ...dilations.map((dilation) => ({ inputs: channels, outputs: channels, taps: TAPS, dilation })),
      { inputs: channels, outputs: weights.length, taps: 1, dilation: 1 },
    ];
    let at = 0;
    for (const shape of shapes) {
      const size = shape.inputs * shape.outputs * shape.taps;
      const layer = { ...shape, at, weights: new Float32Array(size), biases: new Float32Array(shape.outputs) };
      this.layers.push(layer);
      at += size + shape.outputs;
    }
    this.parameters = new Float64Array(at);
    this.layers.forEach(({ inputs, taps, at: from, weights: own }, index) => {
      const spread = Math.sqrt(1 / (inputs * taps)) * (index === 0 || index === shapes.length - 1 ? 1 : 0.6);
      for (let i = 0; i < own.length; i++) this.parameters[from + i] = spread * this.random.bell();
    });
  }

  train(): PackedTemporalNetwork {
    const { epochs, decay, lessons, progress } = this.options;
    const { parameters, random } = this;
    let loss = 0;
    let seen = 0;
    let epoch = 0;
    const rate = (at: number) => LAST_RATE + (FIRST_RATE - LAST_RATE) * 0.5 * (1 + Math.cos((Math.PI * at) / epochs));
    descend({ parameters, lessons, batch: BATCH, epochs, decay, rate, random }, (index, gradient) => {
      loss += this.addGradient(index, gradient);
      if (++seen % lessons > 0) return;
      progress(++epoch, loss / lessons);
      loss = 0;
    });
    return this.packed();
  }

  private addGradient(index: number, gradient: Float64Array): number {
    const { lesson, mean, deviation, weights } = this.options;
    const { rows, frames, wanted } = lesson(index, this.random);
    this.prepare(frames);
    this.values[0] = standardisedSeries(rows, frames, mean, deviation);
    this.layers.forEach((_, layer) => {
      this.forward(layer, frames);
    });
    const scores = this.values.at(-1) as Float32Array[];
    const slope = this.slopes.at(-1) as Float32Array[];
    let loss = 0;
    for (const [o, goal] of wanted.entries()) {
      const [own, series] = [slope[o] as Float32Array, scores[o] as Float32Array];
      const count = goal.reduce((sum, want) => sum + (Number.isNaN(want) ? 0 : 1), 0);
      const weight = (weights[o] as number) / Math.max(1, count);
      for (let t = 0; t < frames; t++) {
        const want = goal[t] as number;
        const score = series[PADDING + t] as number;
        own[PADDING + t] = Number.isNaN(want) ? 0 : weight * (logistic(score) - want);
        if (Number.isNaN(want)) continue;
        loss += weight * (Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - want * score);
      }
    }
    for (let layer = this.layers.length - 1; layer >= 0; layer--) this.backward(layer, frames, gradient);
    return loss;
  }

  /** Takes the parameters over into the layers, and makes room for a series. */
  private prepare(frames: number): void {
    for (const { at, weights, biases } of this.layers) {
      weights.set(this.parameters.subarray(at, at + weights.length));
      biases.set(this.parameters.subarray(at + weights.length, at + weights.length + biases.length));
    }
    if (frames > this.longest) {
      this.longest = frames;
      const room = (layer: Layer) =>
        Array.from({ length: layer.outputs }, () => new Float32Array(frames + 2 * PADDING));
      this.values = [[], ...this.layers.map(room)];
      this.own = this.layers.map(room);
      this.slopes = this.layers.map(room);
      return;
    }
    // What a longer series left behind would be seen beyond the end of this one.
    for (const lists of [this.values.slice(1), this.own, this.slopes])
      for (const list of lists) for (const series of list) series.fill(0, PADDING + frames);
  }

  private forward(index: number, frames: number): void {
    const layer = this.layers[index] as Layer;
    const from = this.values[index] as Float32Array[];
    const last = index === this.layers.length - 1;
    const into = (last ? this.values[index + 1] : this.own[index]) as Float32Array[];
    convolve(layer, from, into, frames);
    if (last) return;
    const sums = this.values[index + 1] as Float32Array[];
    for (const [c, series] of into.entries()) {
      rectify(series, frames);
      const sum = sums[c] as Float32Array;
      const read = from[c] as Float32Array;
      if (index === 0) sum.set(series);
      else for (let t = PADDING; t < PADDING + frames; t++) sum[t] = (series[t] as number) + (read[t] as number);
    }
  }

  private backward(index: number, frames: number, gradient: Float64Array): void {
    const layer = this.layers[index] as Layer;
    const { inputs, taps, dilation, weights, at } = layer;
    const from = this.values[index] as Float32Array[];
    const slope = this.slopes[index] as Float32Array[];
    const own = this.own[index] as Float32Array[];
    const end = PADDING + frames;
    const last = index === this.layers.length - 1;
    const back = index > 0 ? (this.slopes[index - 1] as Float32Array[]) : null;
    // What was added goes on unchanged.
    if (back) for (const [c, series] of back.entries()) last ? series.fill(0) : series.set(slope[c] as Float32Array);
    for (let o = 0; o < slope.length; o++) {
      const here = slope[o] as Float32Array;
      const out = own[o] as Float32Array;
      let bias = 0;
      for (let t = PADDING; t < end; t++) {
        if (!last && (out[t] as number) < 0) (here[t] as number) *= LEAK;
        bias += here[t] as number;
      }
      (gradient[at + weights.length + o] as number) += bias;
      for (let i = 0; i < inputs; i += taps === 1 ? 1 : 2) {
        const w = at + (o * inputs + i) * taps;
        if (taps === 1) addProduct(gradient, w, here, from[i] as Float32Array, end);
        else addTaps(gradient, w, here, from[i] as Float32Array, from[i + 1] as Float32Array, dilation, end);
      }
    }
    for (const [i, series] of back?.entries() ?? []) {
      for (let o = 0; o < slope.length; o += 2) {
        const [here, next] = [slope[o] as Float32Array, slope[o + 1] as Float32Array];
        const [first, second] = [(o * inputs + i) * taps, ((o + 1) * inputs + i) * taps];
        if (taps > 1) addPair(series, here, next, weights, first, second, -dilation, frames);
        else addOne(series, here, next, weights[first] as number, weights[second] as number, end);
      }
    }
  }

  private packed(): PackedTemporalNetwork {
    const { mean, deviation } = this.options;
    return {
      mean: base64(mean),
      deviation: base64(deviation),
      layers: this.layers.map((layer) => this.packedLayer(layer)),
    };
  }

  /** Rounds each row to 32767 steps of its largest weight. */
  private packedLayer({ inputs, outputs, taps, dilation, at }: Layer): PackedConvolution {
    const width = inputs * taps;
    const rows = new Int16Array(width * outputs);
    const scales = new Float32Array(outputs);
    for (let o = 0; o < outputs; o++) {
      const row = this.parameters.subarray(at + o * width, at + (o + 1) * width);
      const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 32767;
      scales[o] = scale;
      row.forEach((value, i) => {
        rows[o * width + i] = Math.max(-32767, Math.min(32767, Math.round(value / (scales[o] as number))));
      });
    }
    const biases = Float32Array.from(this.parameters.subarray(at + width * outputs, at + (width + 1) * outputs));
    const packed = { weights: base64(rows), scales: base64(scales), biases: base64(biases) };
    return { inputs, outputs, taps, dilation, ...packed };
  }
}

/** Slopes of the six weights of two inputs of one row. */
function addTaps(
  gradient: Float64Array,
  at: number,
  here: Float32Array,
  first: Float32Array,
  second: Float32Array,
  dilation: number,
  end: number,
): void {
  let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
  for (let t = PADDING; t < end; t++) {
    const slope = here[t] as number;
    a += slope * (first[t - dilation] as number);
    b += slope * (first[t] as number);
    c += slope * (first[t + dilation] as number);
    d += slope * (second[t - dilation] as number);
    e += slope * (second[t] as number);
    f += slope * (second[t + dilation] as number);
  }
  for (const [i, sum] of [a, b, c, d, e, f].entries()) (gradient[at + i] as number) += sum;
}

function addProduct(gradient: Float64Array, at: number, here: Float32Array, series: Float32Array, end: number): void {
  let sum = 0;
  for (let t = PADDING; t < end; t++) sum += (here[t] as number) * (series[t] as number);
  (gradient[at] as number) += sum;
}

function addOne(
  back: Float32Array,
  here: Float32Array,
  next: Float32Array,
  first: number,
  second: number,
  end: number,
): void {
  for (let t = PADDING; t < end; t++) (back[t] as number) += first * (here[t] as number) + second * (next[t] as number);
}

function base64(values: Float32Array | Int16Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}
