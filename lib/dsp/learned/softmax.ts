/**
 * Shares that sum to 1 and keep the order of the scores: `exp(sᵢ / temperature) / Σ exp(sⱼ / temperature)`. A
 * temperature above 1 makes them more alike. The largest score is taken off first, so that none overflows.
 *
 * @param scores any number of finite values; none gives an empty result
 * @returns one share for each score, 0 … 1
 * @throws RangeError if the temperature is not above 0
 */
export function softmax(scores: ArrayLike<number>, temperature = 1): Float64Array {
  if (!(temperature > 0)) throw new RangeError(`temperature must be above 0, got ${temperature}`);
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) best = Math.max(best, scores[i]);
  const shares = new Float64Array(scores.length);
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    shares[i] = Math.exp((scores[i] - best) / temperature);
    total += shares[i];
  }
  for (let i = 0; i < shares.length; i++) shares[i] /= total;
  return shares;
}

/** The softmax of two scores that differ by `score`: `1 / (1 + exp(−score))`, from 0 over 0.5 at a score of 0 to 1. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
