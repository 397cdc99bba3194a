import { describe, expect, it } from "vitest";
import { type PackedConvolution, TemporalNetwork } from "./temporal-network";

const base64 = (values: Float32Array | Int16Array) =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");

/** A layer with whole weights. */
function layer(shape: Pick<PackedConvolution, "inputs" | "outputs" | "taps" | "dilation">, weights: number[]) {
  const biases = new Float32Array(shape.outputs);
  const scales = new Float32Array(shape.outputs).fill(1);
  return { ...shape, weights: base64(Int16Array.from(weights)), scales: base64(scales), biases: base64(biases) };
}

const plain = { mean: base64(new Float32Array(2)), deviation: base64(new Float32Array(2).fill(1)) };
const pass = layer({ inputs: 2, outputs: 2, taps: 3, dilation: 1 }, [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
const first = layer({ inputs: 2, outputs: 1, taps: 1, dilation: 1 }, [1, 0]);

function impulse(at: number, frames: number, value = 1): Float32Array {
  const rows = new Float32Array(frames * 2);
  rows[at * 2] = value;
  return rows;
}

describe("a network over time", () => {
  it("looks as far as its dilation, before and after, and adds what it finds to what it read", () => {
    const look = layer({ inputs: 2, outputs: 2, taps: 3, dilation: 5 }, [2, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const network = new TemporalNetwork({ ...plain, layers: [pass, look, first] });
    const [out] = network.scores(impulse(20, 60), 60) as [Float32Array];
    const heard = [...out].flatMap((value, t) => (value === 0 ? [] : [[t, value]]));
    expect(heard).toEqual([
      [15, 3],
      [20, 1],
      [25, 2],
    ]);
  });

  it("leaves a tenth of what is below zero, limits its inputs, and sees silence beyond the ends", () => {
    const network = new TemporalNetwork({ ...plain, layers: [pass, first] });
    const heard = (value: number) => (network.scores(impulse(0, 10, value), 10)[0] as Float32Array)[0];
    expect(heard(-2)).toBeCloseTo(-0.2, 6);
    expect(heard(100)).toBe(4);
    expect(network.scores(new Float32Array(), 0)[0]?.length).toBe(0);
    expect(() => network.scores(new Float32Array(3), 2)).toThrow(RangeError);
  });

  it("says the same of a long series, which it hears in pieces", () => {
    const far = layer({ inputs: 2, outputs: 2, taps: 3, dilation: 5 }, [2, 1, 3, -1, 0, 1, 1, -2, 1, 0, 1, 2]);
    const near = layer({ inputs: 2, outputs: 2, taps: 3, dilation: 2 }, [1, -1, 1, 2, 0, 1, 0, 1, -1, 1, 1, 0]);
    const network = new TemporalNetwork({ ...plain, layers: [pass, far, near, first] });
    const rows = Float32Array.from({ length: 400 }, (_, i) => Math.sin(i * i));
    const whole = network.scores(rows, 200);
    for (const piece of [1, 7, 64, 199]) expect(network.scores(rows, 200, piece)).toEqual(whole);
  });
});
