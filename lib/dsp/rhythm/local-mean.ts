/** How far each value is above the mean of the values up to `reach` before and after it; 0 where it is below. */
export function withoutLocalMean(values: Float32Array | Float64Array, reach: number): Float64Array {
  const out = new Float64Array(values.length);
  let sum = 0;
  let from = 0;
  let to = 0;
  for (let i = 0; i < values.length; i++) {
    for (; to < Math.min(values.length, i + reach + 1); to++) sum += values[to];
    for (; from < i - reach; from++) sum -= values[from];
    out[i] = Math.max(0, values[i] - sum / (to - from));
  }
  return out;
}
