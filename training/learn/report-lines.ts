import type { Answer } from "@/bench/statistics/calibration";
import { reliability } from "@/bench/statistics/calibration";

/** What part of the whole, such as `81.3 %`. */
export const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

/** One line a group, in the order in which groups are first met: how many are right. A case may belong to several. */
export function rightByGroup(cases: readonly { groups: readonly string[]; right: boolean }[]): string {
  const groups = new Map<string, boolean[]>();
  for (const { groups: own, right } of cases) {
    for (const group of own) groups.set(group, [...(groups.get(group) ?? []), right]);
  }
  const lines = [...groups].map(([name, all]) => {
    const right = all.filter(Boolean).length;
    return `  ${name}: ${right} of ${all.length}, ${percent(right, all.length)}\n`;
  });
  return lines.join("");
}

/** One line for each tenth of the answers, by confidence: how often they are right. */
export const reliabilityLines = (answers: readonly Answer[]) =>
  reliability(answers)
    .map(
      ({ confidence, right, count }) =>
        `  confidence ${confidence.toFixed(2)}: ${percent(right, 1)} of ${count} right\n`,
    )
    .join("");
