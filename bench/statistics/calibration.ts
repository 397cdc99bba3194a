/** What an estimator believed, and whether it was right. */
export type Answer = { confidence: number; right: boolean };

const GROUPS = 10;

/** Answers sorted by confidence into ten groups of equal size: mean confidence, share of right answers, and how many. */
export function reliability(answers: readonly Answer[]): { confidence: number; right: number; count: number }[] {
  const sorted = [...answers].sort((a, b) => a.confidence - b.confidence);
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    sorted.slice(Math.floor((group * sorted.length) / GROUPS), Math.floor(((group + 1) * sorted.length) / GROUPS)),
  );
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      confidence: group.reduce((sum, answer) => sum + answer.confidence, 0) / group.length,
      right: group.filter((answer) => answer.right).length / group.length,
      count: group.length,
    }));
}

/**
 * Expected calibration error, 0 … 1: how far on average a group's mean confidence lies from its share of right answers.
 * 0 for no answers. Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning", 2015,
 * with groups of equal size, so that none is nearly empty.
 */
export function expectedCalibrationError(answers: readonly Answer[]): number {
  return reliability(answers).reduce((sum, group) => {
    return sum + (Math.abs(group.confidence - group.right) * group.count) / answers.length;
  }, 0);
}
