/**
 * Periodic Hann window: `w[n] = 0.5 − 0.5·cos(2πn/size)`, `size` values, 0 … 1. Unlike the symmetric one it sums to a
 * constant at hops of size/2 and size/4.
 */
export function hannWindow(size: number): Float64Array {
  const window = new Float64Array(size);
  for (let n = 0; n < size; n++) window[n] = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / size);
  return window;
}

/** {@link hannWindow} scaled to a sum of 2, so that a full-scale sine on a bin has magnitude 1 in the spectrum. */
export function unitHannWindow(size: number): Float64Array {
  return hannWindow(size).map((value) => (value * 4) / size);
}

/** Modified Bessel function of the first kind of order 0, by its power series: x ≥ 0, exact to 1e-15 below 40. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/**
 * Value of a Kaiser window at a position, 0 … 1: 1 in the centre (position 0), 0 beyond ±1. The larger β, the lower the
 * side lobes. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", 1974.
 */
export function kaiserAt(position: number, beta: number): number {
  if (Math.abs(position) > 1) return 0;
  return besselI0(beta * Math.sqrt(1 - position * position)) / besselI0(beta);
}

/** Kaiser's β for a stop-band attenuation above 50 dB. */
export function kaiserBeta(attenuationDb: number): number {
  return 0.1102 * (attenuationDb - 8.7);
}
