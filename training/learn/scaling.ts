import { softmax } from "@/lib/dsp/learned/dense-network";

export type Scaling = { slope: number; offset: number; threshold: number };

const STEPS = 400;
const RATE = 0.2;
/** Share of rightly said labels that a threshold must reach, and bounds of it. */
const PRECISION = 0.65;
const THRESHOLD_MIN = 0.35;
const THRESHOLD_MAX = 0.9;
const rounded = (value: number) => Number(value.toPrecision(4));

/** Temperature at which the probabilities of the right answers are the largest: the least cross entropy. */
export function fitTemperature(scores: readonly Float64Array[], wanted: readonly number[]): number {
  const loss = (temperature: number) =>
    scores.reduce((sum, row, i) => sum - Math.log(softmax(row, temperature)[wanted[i] ?? 0] ?? 1e-9), 0);
  const candidates = Array.from({ length: 31 }, (_, i) => rounded(0.5 + i * 0.1));
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best), 1);
}

/** Platt's scaling (1999) by gradient descent, and the least probability from which enough answers are right. */
export function fitLogistic(pairs: readonly { score: number; right: boolean }[]): Scaling {
  const positives = pairs.filter(({ right }) => right).length;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (pairs.length - positives + 2)];
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { score, right } of pairs) {
      const error = 1 / (1 + Math.exp(-(slope * score + offset))) - (right ? high : low);
      bySlope += error * score;
      byOffset += error;
    }
    slope -= (RATE * bySlope) / pairs.length;
    offset -= (RATE * byOffset) / pairs.length;
  }
  const shares = pairs.map(({ score, right }) => ({ share: 1 / (1 + Math.exp(-(slope * score + offset))), right }));
  return { slope: rounded(slope), offset: rounded(offset), threshold: thresholdOf(shares) };
}

function thresholdOf(shares: readonly { share: number; right: boolean }[]): number {
  for (let threshold = THRESHOLD_MIN; threshold < THRESHOLD_MAX; threshold += 0.05) {
    const said = shares.filter(({ share }) => share >= threshold);
    if (said.length > 0 && said.filter(({ right }) => right).length >= PRECISION * said.length)
      return rounded(threshold);
  }
  return THRESHOLD_MAX;
}
