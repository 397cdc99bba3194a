import { describe, expect, it } from "vitest";
import { CANDIDATE_INPUT_LIMIT, type CandidateNetwork, candidateShares, scoreCandidate } from "./candidate-network";

/** Two features, one hidden unit. */
const network: CandidateNetwork = {
  mean: [1, 0],
  deviation: [2, 1],
  linear: [0.5, -1],
  hidden: [{ weights: [1, 1], bias: -0.5, output: 3 }],
};

describe("a candidate network", () => {
  it("adds a linear term and its hidden units", () => {
    // Standardised, (3, 0.5) is (1, 0.5).
    const expected = 0.5 * 1 - 1 * 0.5 + 3 * Math.tanh(1 + 0.5 - 0.5);
    expect(scoreCandidate(network, Float64Array.of(3, 0.5))).toBeCloseTo(expected, 12);
  });

  it("counts a feature far out of range as one at the limit", () => {
    const atLimit = Float64Array.of(1 + 2 * CANDIDATE_INPUT_LIMIT, 0);
    expect(scoreCandidate(network, Float64Array.of(1e9, 0))).toBe(scoreCandidate(network, atLimit));
  });

  it("refuses any other number of features", () => {
    expect(() => scoreCandidate(network, new Float64Array(3))).toThrow(RangeError);
  });
});

describe("candidateShares", () => {
  it("believes most in the candidate with the best mean score", () => {
    const opposite = { ...network, linear: [-0.5, 4], hidden: [] };
    const candidates = [Float64Array.of(3, 0), Float64Array.of(3, 1)];
    const shares = candidateShares([network, opposite], candidates);
    const means = candidates.map((x) => (scoreCandidate(network, x) + scoreCandidate(opposite, x)) / 2);
    expect(shares[1] / shares[0]).toBeCloseTo(Math.exp(means[1] - means[0]), 9);
    expect(shares[0] + shares[1]).toBeCloseTo(1, 12);
  });
});
