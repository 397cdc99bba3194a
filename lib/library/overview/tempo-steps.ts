import type { Distributions } from "./schema";

/** Beats a minute in one bar of the picture. */
export const TEMPO_STEP = 10;
const SLOWEST = 60;
const FASTEST = 200;

/**
 * Counts by `floor(bpm / TEMPO_STEP)` as bars that follow each other without a gap, from the slowest tempo that there is
 * to the fastest. What is slower than 60 or faster than 200 is together in the first or last bar.
 */
export function tempoSteps(counts: readonly { step: number; count: number }[]): Distributions["tempos"] {
  const lowest = SLOWEST / TEMPO_STEP - 1;
  const highest = FASTEST / TEMPO_STEP;
  const bars = new Map<number, number>();
  for (const { step, count } of counts) {
    const bar = Math.min(highest, Math.max(lowest, step));
    bars.set(bar, (bars.get(bar) ?? 0) + count);
  }
  if (bars.size === 0) return [];
  const [first, last] = [Math.min(...bars.keys()), Math.max(...bars.keys())];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const bar = first + at;
    return {
      from: bar === lowest ? 0 : bar * TEMPO_STEP,
      to: bar === highest ? null : (bar + 1) * TEMPO_STEP,
      count: bars.get(bar) ?? 0,
    };
  });
}
