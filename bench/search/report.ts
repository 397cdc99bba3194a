import { markdownTable } from "@/bench/report/markdown-table";
import type { Measured, Timing } from "./protocol";
import { quantile } from "./quantile";
import type { LegName } from "./targets";
import { targetMs, type Verdict } from "./verdicts";

export interface SizeReport {
  rows: number;
  owners: number;
  measured: Measured;
  verdicts: Verdict[];
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;
const count = (value: number) => value.toLocaleString("en-GB");

/** All sizes, in Markdown. */
export function searchReport(
  title: string,
  machine: string,
  reports: readonly SizeReport[],
  { isPgvector, repeats }: { isPgvector: boolean; repeats: number },
): string {
  const often = repeats > 1 ? ` Each question was asked ${repeats} times alone, and the fastest counts.` : "";
  return [
    `# ${title}`,
    `\`npm run bench:search\`, ${machine}. Times are those of the functions that pages call, with their questions to the embedded Postgres, in milliseconds. Libraries are generated (\`bench/data\`); questions are drawn from each owner's own words. Targets are for p95. "Work" is the processor time of everybody who took part, whatever else the machine did.${often}`,
    ...reports.map((report) => sizeSection(report, isPgvector)),
    "## Growth",
    "![p95 by size of the library](search-growth.svg)",
    "",
  ].join("\n\n");
}

function sizeSection({ rows, owners, measured, verdicts }: SizeReport, isPgvector: boolean): string {
  const { baseline, alone, together, loopDelayMs, recall, findableMs, index } = measured;
  const missed = verdicts.filter(({ isMet }) => !isMet);
  const wide = (values: number[]) => `${ms(Math.min(...values))} to ${ms(Math.max(...values))}`;
  return [
    `## ${count(rows)} samples of ${count(owners)} owners`,
    `Load of the machine before: ${baseline.load.toFixed(1)}. In the same run, \`select 1\` took ${ms(baseline.selectOneMs[0])} (p95 ${ms(baseline.selectOneMs[1])}) and a million divisions ${ms(baseline.loopMs[0])} (p95 ${ms(baseline.loopMs[1])}).`,
    timingTable(alone, isPgvector),
    `Eight clients at once, half of them with the largest library. The application's event loop was late by ${loopDelayMs.map(ms).join(" / ")} (p50, p99, most).`,
    timingTable(together, isPgvector),
    markdownTable(
      ["sounds: owner of", "questions", "recall@10", "answers with too few rows", "answered by"],
      recall.map((one) => [
        count(one.ownerSize),
        String(one.questions),
        one.recallAt10.toFixed(4),
        String(one.tooFew),
        one.source,
      ]),
    ),
    `A new sample was findable by words after ${wide(findableMs.map((one) => one.words))} and by sound after ${wide(findableMs.map((one) => one.sound))}.`,
    index
      ? `The index of sounds has ${count(index.rows)} rows, takes ${megabytes(index.indexBytes)} in a process of ${megabytes(index.processBytes)}, and was ready after ${index.readySeconds.toFixed(1)} s.`
      : "There was no index of sounds in memory.",
    `Sorts of questions with the most work:\n\n${slowestTable(alone)}`,
    missed.length === 0
      ? "Every target is met."
      : `**Missed:** ${missed.map(({ what, measured: value, target, unit }) => `${what} ${unit ? ms(value) : value.toFixed(3)} (target ${target})`).join("; ")}.`,
  ].join("\n\n");
}

function timingTable(timings: readonly Timing[], isPgvector: boolean): string {
  const rows = timings.map(({ leg, ownerSize, answers }) => {
    const times = answers.map((one) => one.ms);
    const target = targetMs(leg, ownerSize, isPgvector) * (ownerSize === 0 ? 3 : 1);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times, share)) as [number, number, number];
    const shown = p95 <= target ? ms(p95) : `**${ms(p95)}**`;
    return [
      leg,
      ownerSize === 0 ? "several" : count(ownerSize),
      String(times.length),
      ms(p50),
      shown,
      ms(p99),
      String(target),
      // Of those who ask at the same time, nobody knows whose work it is.
      ownerSize === 0
        ? ""
        : ms(
            quantile(
              answers.map((one) => one.workMs),
              0.95,
            ),
          ),
    ];
  });
  return markdownTable(["", "owner of", "questions", "p50", "p95", "p99", "target", "work p95"], rows);
}

function bySort(answers: Timing["answers"]): Map<string, Timing["answers"]> {
  const sorts = new Map<string, Timing["answers"]>();
  for (const one of answers) sorts.set(one.sort, [...(sorts.get(one.sort) ?? []), one]);
  return sorts;
}

/** The sorts that were most work, with one example each. */
function slowestTable(timings: readonly Timing[]): string {
  const sorts = timings.flatMap(({ leg, ownerSize, answers }) =>
    [...bySort(answers)].map(([sort, some]) => {
      const slowest = some.reduce((worst, one) => (one.workMs > worst.workMs ? one : worst));
      const p50 = quantile(
        some.map((one) => one.workMs),
        0.5,
      );
      return { leg, ownerSize, sort, p50, slowest };
    }),
  );
  const worst = sorts.toSorted((a, b) => b.slowest.workMs - a.slowest.workMs).slice(0, 20);
  return markdownTable(
    ["", "owner of", "sort", "p50", "most", "as"],
    worst.map(({ leg, ownerSize, sort, p50, slowest }) => [
      leg,
      count(ownerSize),
      sort,
      ms(p50),
      ms(slowest.workMs),
      `\`${slowest.text.replaceAll("|", "\\|")}\``,
    ]),
  );
}

/** p95 of the largest owner of each size, leg by leg. */
export function growthOf(reports: readonly SizeReport[]): Map<LegName, { rows: number; ms: number }[]> {
  const lines = new Map<LegName, { rows: number; ms: number }[]>();
  for (const { rows, measured } of reports) {
    const largest = Math.max(...measured.alone.map(({ ownerSize }) => ownerSize));
    for (const { leg, ownerSize, answers } of measured.alone) {
      if (ownerSize !== largest) continue;
      const value = quantile(
        answers.map((one) => one.ms),
        0.95,
      );
      lines.set(leg, [...(lines.get(leg) ?? []), { rows, ms: value }]);
    }
  }
  return lines;
}
