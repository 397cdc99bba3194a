import { softmax } from "./softmax";
import { type FeatureScale, standardiseAll } from "./standardise";

/**
 * What was learned to choose between candidates by: `Σ linear·x + Σ output·tanh(weights·x + bias)` of standardised
 * features x: a linear term beside one layer of hidden units, which know how features depend on each other.
 */
export type CandidateNetwork = FeatureScale & {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  /** One weight for each feature, in every unit. */
  readonly hidden: readonly { weights: readonly number[]; bias: number; output: number }[];
  /** One weight for each feature. */
  readonly linear: readonly number[];
};

/** Features further from their mean than this, in deviations, count as this far. */
export const CANDIDATE_INPUT_LIMIT = 4;

/**
 * Score of one candidate, unbounded. Only the differences between candidates of the same piece mean anything.
 *
 * @throws RangeError if the network was fitted on another number of features
 */
export function scoreCandidate(network: CandidateNetwork, features: Float64Array): number {
  const { hidden, linear } = network;
  const x = standardiseAll(features, network, CANDIDATE_INPUT_LIMIT);
  let score = 0;
  for (let j = 0; j < x.length; j++) score += linear[j] * x[j];
  for (const unit of hidden) {
    let sum = unit.bias;
    for (let j = 0; j < x.length; j++) sum += unit.weights[j] * x[j];
    score += unit.output * Math.tanh(sum);
  }
  return score;
}

/**
 * How likely each candidate is the right one, given that exactly one is: the softmax of the networks' mean scores.
 *
 * @param candidates the features of each
 * @returns one share for each candidate; they sum to 1
 */
export function candidateShares(
  networks: readonly CandidateNetwork[],
  candidates: readonly Float64Array[],
): Float64Array {
  return softmax(
    candidates.map(
      (features) => networks.reduce((sum, network) => sum + scoreCandidate(network, features), 0) / networks.length,
    ),
  );
}
