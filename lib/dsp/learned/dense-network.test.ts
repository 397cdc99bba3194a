import { describe, expect, it } from "vitest";
import { DENSE_INPUT_LIMIT, DenseNetwork, type PackedNetwork } from "./dense-network";

const packed = (values: Float32Array | Int8Array) =>
  btoa(String.fromCharCode(...new Uint8Array(values.buffer, values.byteOffset, values.byteLength)));

/** Two inputs, two hidden units of which one is rectified away, one output. */
const network: PackedNetwork = {
  mean: packed(Float32Array.of(1, 0)),
  deviation: packed(Float32Array.of(2, 1)),
  layers: [
    {
      inputs: 2,
      outputs: 2,
      weights: packed(Int8Array.of(100, 50, -100, 0)),
      scales: packed(Float32Array.of(0.01, 0.01)),
      biases: packed(Float32Array.of(0.5, 0)),
    },
    {
      inputs: 2,
      outputs: 1,
      weights: packed(Int8Array.of(2, 127)),
      scales: packed(Float32Array.of(1)),
      biases: packed(Float32Array.of(-1)),
    },
  ],
};

describe("a dense network", () => {
  it("standardises its inputs, rectifies hidden units and leaves the output as it is", () => {
    // (5 − 1) / 2 = 2 and 3: hidden 2 + 1.5 + 0.5 = 4 and max(0, −2); output 2 · 4 − 1.
    expect(new DenseNetwork(network).scores(Float64Array.of(5, 3))[0]).toBeCloseTo(7, 5);
  });

  it("counts an input far out of range as one at the limit", () => {
    const far = new DenseNetwork(network).scores(Float64Array.of(1e9, 0));
    const atLimit = Float64Array.of(1 + 2 * DENSE_INPUT_LIMIT, 0);
    expect(far[0]).toBeCloseTo(new DenseNetwork(network).scores(atLimit)[0], 6);
  });

  it("refuses any other number of inputs", () => {
    expect(() => new DenseNetwork(network).scores(new Float64Array(3))).toThrow(RangeError);
  });
});
