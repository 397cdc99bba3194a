import type { PackedLayer } from "@/lib/dsp/learned/dense-network";

/** A fully connected layer as it is stored: each row of weights is rounded to 127 steps of its largest. */
export function packedLayer(rows: Float64Array, rowBiases: Float64Array): PackedLayer {
  const outputs = rowBiases.length;
  const inputs = rows.length / outputs;
  const weights = new Int8Array(rows.length);
  const scales = new Float32Array(outputs);
  for (let o = 0; o < outputs; o++) {
    const row = rows.subarray(o * inputs, (o + 1) * inputs);
    scales[o] = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127;
    row.forEach((value, i) => {
      weights[o * inputs + i] = Math.round(value / (scales[o] as number));
    });
  }
  return {
    inputs,
    outputs,
    weights: packed(weights),
    scales: packedFloats(scales),
    biases: packedFloats(Float32Array.from(rowBiases)),
  };
}

export const packedFloats = (values: Float32Array): string => packed(values);

function packed(values: Float32Array | Int8Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}
