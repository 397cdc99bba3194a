import type { Timing } from "./protocol";

/** The questions of each leg and owner that took longest, as they were typed: where to begin when a target is missed. */
export function worstText(timings: readonly Timing[], most: number): string {
  return timings
    .map(({ leg, ownerSize, answers }) => {
      const worst = answers.toSorted((a, b) => b.ms - a.ms).slice(0, most);
      const lines = worst.map(
        ({ sort, text, ms, workMs }) => `  ${ms.toFixed(1)} ms, work ${workMs.toFixed(1)} ms, ${sort}: ${text}`,
      );
      return [`${leg}, owner of ${ownerSize}`, ...lines].join("\n");
    })
    .join("\n");
}
