/**
 * How certain an estimate must be before it is stated as a fact: in the description, in tags, on pages and by the
 * command line. Below it everything that shows the estimate says that it is a guess.
 */
export const CLAIMED_FROM = 0.5;
const HIGH_FROM = 0.75;

export type ConfidenceLevel = "high" | "fair" | "low";

/** Whether an estimate may be stated as a fact. */
export function isClaimed({ confidence }: { confidence: number }): boolean {
  return confidence >= CLAIMED_FROM;
}

/** How far to trust a value, in one word. `confidence` is 0–1; what is low is not claimed. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (!isClaimed({ confidence })) return "low";
  return confidence >= HIGH_FROM ? "high" : "fair";
}
