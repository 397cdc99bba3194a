import { expect } from "vitest";

const TRIES = 5;
const ROUNDS = 5;

/** The shortest time of several tries: what else the machine does only adds to a time. */
async function ratioOf(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<number> {
  const shortest = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    for (const [index, work] of [first, second].entries()) {
      const startedMs = performance.now();
      await work();
      shortest[index] = Math.min(shortest[index] ?? 0, performance.now() - startedMs);
    }
  }
  return (shortest[0] ?? 0) / (shortest[1] ?? 0);
}

/**
 * Expects that neither takes more than `factor` times as long as the other. A busy machine may blur one round; a
 * difference that is in the code shows in every round. `beforeRound` runs before each.
 */
export async function expectSameTime(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  { factor, beforeRound = async () => {} }: { factor: number; beforeRound?: () => Promise<unknown> },
): Promise<void> {
  const isAlike = (ratio: number) => ratio > 1 / factor && ratio < factor;
  const ratios: number[] = [];
  while (ratios.length < ROUNDS && !ratios.some(isAlike)) {
    await beforeRound();
    ratios.push(await ratioOf(first, second));
  }
  expect(ratios.some(isAlike), `the first takes ${ratios.join(", ")} times as long as the second`).toBe(true);
}
