import { logistic } from "./softmax";

/** A straight line through the log odds of a belief: what a model's confidence turned out to be worth. */
export type Calibration = { slope: number; offset: number };

/** Keeps the log odds of 0 and of 1 finite: ±20.7. */
const EPSILON = 1e-9;

/**
 * How often answers of confidence `raw` (0 … 1) turned out right, 0 … 1. Rises with `raw` if the slope is positive.
 * Platt, "Probabilistic outputs for support vector machines", 1999.
 */
export function calibratedConfidence(raw: number, { slope, offset }: Calibration): number {
  return logistic(slope * logOdds(raw) + offset);
}

/** `ln(p / (1 − p))` of a share p in 0 … 1, limited to ±20.7. */
export function logOdds(share: number): number {
  return Math.log((share + EPSILON) / (1 - share + EPSILON));
}

/**
 * Calibrates beliefs that are sorted best first and sum to 1 at most. The best one gets its calibrated confidence; the
 * others share what is left in proportion, none of them above the best. The result sums to 1 at most.
 */
export function calibratedBeliefs<B extends { confidence: number }>(beliefs: B[], calibration: Calibration): B[] {
  const raw = beliefs[0]?.confidence ?? 0;
  const first = calibratedConfidence(raw, calibration);
  const scale = raw < 1 ? (1 - first) / (1 - raw) : 0;
  return beliefs.map((belief, i) => ({
    ...belief,
    confidence: i === 0 ? first : Math.min(first, belief.confidence * scale),
  }));
}
