import { type FeatureScale, standardiseAll } from "./standardise";

/** One fully connected layer as stored: rows of signed bytes, each row with a scale of its own. */
export type PackedLayer = {
  inputs: number;
  outputs: number;
  /** Base64 of `outputs` rows of `inputs` signed bytes. */
  weights: string;
  /** Base64 of one 32-bit float a row: what a byte of 1 stands for. */
  scales: string;
  /** Base64 of one 32-bit float a row. */
  biases: string;
};

/** A network as stored, small enough to lie in a source file. */
export type PackedNetwork = {
  /** Base64 of one 32-bit float an input: its mean over what the network was fitted on. */
  mean: string;
  /** The same for its deviation, which is never 0. */
  deviation: string;
  layers: readonly PackedLayer[];
};

type Layer = { inputs: number; outputs: number; weights: Float32Array; biases: Float32Array };

/** Inputs further from their mean than this, in deviations, count as this far. */
export const DENSE_INPUT_LIMIT = 4;

/**
 * A feed-forward network of fully connected layers: standardised inputs, hidden units `max(0, w·x + b)`, linear
 * outputs.
 *
 * @example
 * const shares = softmax(new DenseNetwork(packed).scores(features)); // one class out of several
 */
export class DenseNetwork implements FeatureScale {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
  private readonly layers: Layer[];

  constructor(packed: PackedNetwork) {
    this.mean = floats(packed.mean);
    this.deviation = floats(packed.deviation);
    this.layers = packed.layers.map(unpacked);
  }

  /**
   * One unbounded score for each output of the last layer.
   *
   * @throws RangeError if the network was fitted on another number of inputs
   */
  scores(inputs: Float64Array): Float64Array {
    let values: Float64Array = standardiseAll(inputs, this, DENSE_INPUT_LIMIT);
    this.layers.forEach((layer, index) => {
      values = applied(layer, values, index + 1 < this.layers.length);
    });
    return values;
  }
}

function applied({ inputs, outputs, weights, biases }: Layer, values: Float64Array, rectify: boolean): Float64Array {
  const out = new Float64Array(outputs);
  for (let o = 0; o < outputs; o++) {
    let sum = biases[o];
    for (let i = 0, w = o * inputs; i < inputs; i++, w++) sum += weights[w] * values[i];
    out[o] = rectify ? Math.max(0, sum) : sum;
  }
  return out;
}

function unpacked({ inputs, outputs, weights, scales, biases }: PackedLayer): Layer {
  const rows = new Int8Array(bytes(weights));
  const scale = floats(scales);
  return {
    inputs,
    outputs,
    weights: Float32Array.from(rows, (value, i) => value * scale[Math.floor(i / inputs)]),
    biases: floats(biases),
  };
}

function floats(base64: string): Float32Array {
  return new Float32Array(bytes(base64));
}

function bytes(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
