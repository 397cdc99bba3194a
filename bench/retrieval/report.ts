import { markdownTable } from "@/bench/report/markdown-table";
import { meanWithInterval } from "@/bench/statistics/intervals";
import { precisionsAtTen, type Searched } from "./precision";

/** A class of fewer files than this is not judged: one file would decide. */
const JUDGED_FROM = 10;

export interface Method {
  name: string;
  similarity(a: number, b: number): number;
}

/** What one method reaches: mean precision of each class. */
export interface MethodScores {
  name: string;
  byClass: Map<string, number[]>;
}

/** Precisions of every file, by class. Files that have no other of their class are left out. */
export function scoresOf(files: readonly Searched[], { name, similarity }: Method): MethodScores {
  const byClass = new Map<string, number[]>();
  precisionsAtTen(files, similarity).forEach((precision, i) => {
    const { soundClass } = files[i] as Searched;
    if (precision !== null) byClass.set(soundClass, [...(byClass.get(soundClass) ?? []), precision]);
  });
  return { name, byClass };
}

/** Classes with ten files or more, the largest first. */
export function judgedClasses(files: readonly Searched[]): string[] {
  const counts = new Map<string, number>();
  for (const { soundClass } of files) counts.set(soundClass, (counts.get(soundClass) ?? 0) + 1);
  const judged = [...counts].filter(([, count]) => count >= JUDGED_FROM);
  return judged.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}

/** The classes in which `ours` is not ahead of every one of `others`, with the figures. */
export function notAhead(classes: readonly string[], ours: MethodScores, others: readonly MethodScores[]): string[] {
  return classes.flatMap((name) =>
    others
      .filter((other) => meanOf(ours, name) <= meanOf(other, name))
      .map(
        (other) => `${name}: ${percent(meanOf(ours, name))} against ${percent(meanOf(other, name))} of ${other.name}`,
      ),
  );
}

const scoresIn = ({ byClass }: MethodScores, name: string) => byClass.get(name) ?? [];
const percent = (share: number) => (100 * share).toFixed(1);

export function meanOf(scores: MethodScores, name: string): number {
  const all = scoresIn(scores, name);
  return all.length > 0 ? meanWithInterval(all).mean : 0;
}

/** The whole of retrieval.md. */
export function retrievalReport(
  methods: readonly MethodScores[],
  classes: readonly string[],
  setting: { files: readonly Searched[]; machine: string; date: string; notes: readonly string[] },
): string {
  const counted = classes.map((name) => setting.files.filter(({ soundClass }) => soundClass === name).length);
  const rows = methods.map((method) => {
    const all = [...method.byClass.values()].flat();
    const cells = classes.map((name) => cell(scoresIn(method, name)));
    return [method.name, ...cells, cell(all)];
  });
  return `${[
    "# Retrieval",
    `Precision at 10 over ${setting.files.length} labelled files, each searched with among all others, measured on ${setting.date}: ${setting.machine}.`,
    "Precision at 10 is the share of a file's own class among the ten most similar others; where fewer than ten others of its class are left, among as many as there are. A file is never found for a variation of itself: files whose names differ only by a number, a pitch or a way of playing (`tabla_ghe1` and `tabla_ghe5`, `drum_tom_hi_soft` and `drum_tom_lo_hard`) are left out of each other's searches, so that one recording session does not answer for a class. Classes are the labels' own. Those with fewer than ten files are searched among, but only counted in the last column.",
    "Figures are percentages with 95 % bootstrap intervals.",
    markdownTable(["method", ...classes.map((name, i) => `${name} (${counted[i]})`), "all"], rows),
    ...setting.notes,
  ].join("\n\n")}\n`;
}

function cell(scores: readonly number[]): string {
  if (scores.length === 0) return "–";
  const { mean, low, high } = meanWithInterval(scores);
  return `${percent(mean)} (${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)})`;
}
