import { logistic, softmax } from "@/lib/dsp/learned/softmax";

/** A straight line through scores that makes them log odds, and the probability from which a label is named. */
export type Scaling = { slope: number; offset: number; threshold: number };

const TEMPERATURES = Array.from({ length: 40 }, (_, i) => rounded(0.5 + i * 0.1));
const STEPS = 400;
const RATE = 0.2;
/** Share of the labels named above a threshold that must be right, and bounds of the threshold. */
const PRECISION = 0.65;
const THRESHOLD_MIN = 0.35;
const THRESHOLD_MAX = 0.9;

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** The temperature at which the right answers are likeliest: least cross entropy. */
export function fitTemperature(scores: readonly Float64Array[], wanted: readonly number[]): number {
  const losses = TEMPERATURES.map((temperature) =>
    scores.reduce((sum, row, i) => sum - Math.log(softmax(row, temperature)[wanted[i] ?? 0] ?? 0), 0),
  );
  return TEMPERATURES[losses.indexOf(Math.min(...losses))] ?? 1;
}

const probability = (score: number, slope: number, offset: number) => logistic(slope * score + offset);

/** The probability that a scaled score stands for. */
export const scaledShare = (score: number, { slope, offset }: Scaling) => probability(score, slope, offset);

/** Platt's scaling (1999) by gradient descent, and the lowest probability from which enough answers are right. */
export function fitLogistic(pairs: readonly { score: number; right: boolean }[]): Scaling {
  const positives = pairs.filter(({ right }) => right).length;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (pairs.length - positives + 2)];
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { score, right } of pairs) {
      const error = probability(score, slope, offset) - (right ? high : low);
      bySlope += error * score;
      byOffset += error;
    }
    slope -= (RATE * bySlope) / pairs.length;
    offset -= (RATE * byOffset) / pairs.length;
  }
  const shares = pairs.map(({ score, right }) => ({ share: probability(score, slope, offset), right }));
  return { slope: rounded(slope), offset: rounded(offset), threshold: thresholdOf(shares) };
}

function thresholdOf(shares: readonly { share: number; right: boolean }[]): number {
  for (let threshold = THRESHOLD_MIN; threshold < THRESHOLD_MAX; threshold += 0.05) {
    const named = shares.filter(({ share }) => share >= threshold);
    if (named.length > 0 && named.filter(({ right }) => right).length >= PRECISION * named.length)
      return rounded(threshold);
  }
  return THRESHOLD_MAX;
}
