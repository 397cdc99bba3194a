import { SeededRandom } from "./seeded-random";

export type Interval = { low: number; high: number };

const Z = 1.959964;
const RESAMPLES = 2000;

/** 95 % interval of the share `right` of `count`. Wilson, "Probable inference", 1927. @throws RangeError for no count */
export function wilsonInterval(right: number, count: number): Interval {
  if (count <= 0) throw new RangeError("no share of nothing");
  const share = right / count;
  const scale = 1 + Z ** 2 / count;
  const centre = (share + Z ** 2 / (2 * count)) / scale;
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}

/** 95 % percentile interval of a mean, by 2,000 seeded bootstrap resamples. @throws RangeError for no values */
export function bootstrapInterval(values: readonly number[]): Interval {
  if (values.length === 0) throw new RangeError("no mean of nothing");
  const random = new SeededRandom(values.length);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[random.whole(0, values.length - 1)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** The mean of scores and its interval: Wilson's if each score is 0 or 1, otherwise the bootstrap's. */
export function meanWithInterval(scores: readonly number[]): Interval & { mean: number; count: number } {
  const count = scores.length;
  const sum = scores.reduce((total, score) => total + score, 0);
  const isShare = scores.every((score) => score === 0 || score === 1);
  return { mean: sum / count, count, ...(isShare ? wilsonInterval(sum, count) : bootstrapInterval(scores)) };
}
