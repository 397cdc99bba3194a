export const CONFIDENCE_STEPS = 5;

/** How many of the five steps are lit. Only zero lights none, and only values above 0.8 light all. */
export function confidenceSteps(confidence: number): number {
  const bounded = Math.min(1, Math.max(0, confidence));
  return Math.max(0, Math.ceil(bounded * CONFIDENCE_STEPS - 1e-9));
}
