import type { SeededRandom } from "@/bench/statistics/seeded-random";

/** Shares of choices; they need not sum to 1. */
export type Shares<Choice> = readonly (readonly [Choice, number])[];

/** One of the choices, each as often as its share says. */
export function drawShare<Choice>(random: SeededRandom, shares: Shares<Choice>): Choice {
  let left = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [choice, share] of shares) {
    left -= share;
    if (left < 0) return choice;
  }
  return (shares.at(-1) as readonly [Choice, number])[0];
}

/** Below these values lie 5, 25, 50, 75 and 95 %. */
export type Quantiles = readonly [number, number, number, number, number];
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95];

/** A value between the quantiles, on straight lines; the ends go on a little. */
export function drawQuantile(random: SeededRandom, quantiles: Quantiles): number {
  const level = 0.02 + 0.96 * random.next();
  let upper = LEVELS.findIndex((known) => known >= level);
  if (upper < 0) upper = LEVELS.length - 1;
  const i = Math.max(1, upper);
  const [from, to] = [quantiles[i - 1] as number, quantiles[i] as number];
  const [low, high] = [LEVELS[i - 1] as number, LEVELS[i] as number];
  return Math.max(0, from + ((to - from) * (level - low)) / (high - low));
}

/** A tempo from a histogram: first edge, ratio of neighbouring edges, shares. */
export function drawTempo(random: SeededRandom, lowest: number, ratio: number, shares: readonly number[]): number {
  const bin = drawShare(
    random,
    shares.map((share, index) => [index, share] as const),
  );
  return lowest * ratio ** (bin + random.next());
}
