/** One hidden layer of tanh units beside a linear term, on features scaled by mean and deviation and clipped at ±4. */
export type TempoNetwork = {
  mean: readonly number[];
  deviation: readonly number[];
  hidden: readonly { weights: readonly number[]; bias: number; output: number }[];
  linear: readonly number[];
};

const CLIP = 4;

/** Score of one candidate; only differences between candidates of the same piece mean something. */
export function scoreCandidate({ mean, deviation, hidden, linear }: TempoNetwork, features: Float64Array): number {
  const x = features.map((value, j) => Math.max(-CLIP, Math.min(CLIP, (value - mean[j]) / deviation[j])));
  let score = 0;
  for (let j = 0; j < x.length; j++) score += linear[j] * x[j];
  for (const unit of hidden) {
    let sum = unit.bias;
    for (let j = 0; j < x.length; j++) sum += unit.weights[j] * x[j];
    score += unit.output * Math.tanh(sum);
  }
  return score;
}
