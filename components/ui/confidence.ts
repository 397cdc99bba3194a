export type ConfidenceLevel = "high" | "fair" | "low";

export const CONFIDENCE_STEPS = 5;

/** How far to trust a value, in one word. `confidence` is 0–1. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (confidence >= 0.75) return "high";
  return confidence >= 0.45 ? "fair" : "low";
}

/** How many of the five steps are lit. Only zero lights none, and only values above 0.8 light all. */
export function confidenceSteps(confidence: number): number {
  const bounded = Math.min(1, Math.max(0, confidence));
  return Math.max(0, Math.ceil(bounded * CONFIDENCE_STEPS - 1e-9));
}
