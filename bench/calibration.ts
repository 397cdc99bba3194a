const BINS = 10;

/**
 * Expected calibration error, 0 … 1: answers sorted by confidence into ten groups of equal size, the distance of each
 * group's mean confidence from its share of right answers, averaged. 0 for no answers.
 * Naeini et al., "Obtaining well calibrated probabilities using Bayesian binning", 2015; equal sizes keep groups full.
 */
export function expectedCalibrationError(answers: readonly { confidence: number; right: boolean }[]): number {
  const sorted = [...answers].sort((a, b) => a.confidence - b.confidence);
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const from = Math.floor((bin * sorted.length) / BINS);
    const group = sorted.slice(from, Math.floor(((bin + 1) * sorted.length) / BINS));
    error += Math.abs(group.reduce((sum, { confidence, right }) => sum + confidence - Number(right), 0));
  }
  return sorted.length === 0 ? 0 : error / sorted.length;
}
