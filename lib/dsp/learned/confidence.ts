/** A straight line through the log odds of a belief. */
export type Calibration = { slope: number; offset: number };

const EPSILON = 1e-9;

/** Platt, "Probabilistic outputs for support vector machines", 1999: a logistic curve through the log odds. */
export function calibratedConfidence(raw: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * logOdds(raw) + offset)));
}

export function logOdds(share: number): number {
  return Math.log((share + EPSILON) / (1 - share + EPSILON));
}

/**
 * Beliefs, best first, that sum to at most 1: the best as often right as it says, the others sharing what is left, in
 * proportion and never above the best.
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
