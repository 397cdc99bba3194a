/** One fully connected layer as stored: rows of signed bytes, each with a scale of its own. */
export type PackedLayer = {
  inputs: number;
  outputs: number;
  /** Base64 of `outputs` rows of `inputs` signed bytes. */
  weights: string;
  /** Base64 of 32-bit floats, one a row: what a weight of 1 stands for. */
  scales: string;
  /** Base64 of 32-bit floats, one a row. */
  biases: string;
};

export type PackedNetwork = {
  /** Base64 of 32-bit floats: mean and deviation of each input where the network was fitted. */
  mean: string;
  deviation: string;
  layers: readonly PackedLayer[];
};

type Layer = { inputs: number; outputs: number; weights: Float32Array; biases: Float32Array };

/** Inputs farther from the mean, in deviations, tell no more. */
export const INPUT_LIMIT = 4;

/** A feed-forward network with rectified hidden layers and linear outputs. */
export class DenseNetwork {
  private readonly mean: Float32Array;
  private readonly deviation: Float32Array;
  private readonly layers: Layer[];

  constructor(packed: PackedNetwork) {
    this.mean = floats(packed.mean);
    this.deviation = floats(packed.deviation);
    this.layers = packed.layers.map(unpacked);
  }

  /** Outputs for `inputs`, which must be as many as the network was fitted on. Throws RangeError otherwise. */
  scores(inputs: Float64Array): Float64Array {
    if (inputs.length !== this.mean.length)
      throw new RangeError(`expected ${this.mean.length} inputs, got ${inputs.length}`);
    let values: Float64Array = inputs.map((value, i) => standardised(value, this.mean[i], this.deviation[i]));
    this.layers.forEach((layer, index) => {
      values = applied(layer, values, index + 1 < this.layers.length);
    });
    return values;
  }
}

export function standardised(value: number, mean: number, deviation: number): number {
  return Math.max(-INPUT_LIMIT, Math.min(INPUT_LIMIT, (value - mean) / deviation));
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

/** Scores as probabilities that sum to 1; a `temperature` above 1 makes them less sure. */
export function softmax(scores: Float64Array, temperature = 1): Float64Array {
  const best = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - best) / temperature));
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}
