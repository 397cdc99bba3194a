import { markdownTable } from "@/bench/report/markdown-table";
import { type Answer, expectedCalibrationError } from "@/bench/statistics/calibration";
import { meanWithInterval } from "@/bench/statistics/intervals";
import { type ScoreBook, shareCell } from "./score-book";
import { CALIBRATED, type Calibrated, METRICS, OURS } from "./scoring";

export const GROUPS = ["synth", "loops < 5 s", "loops ≥ 5 s", "oneshots", "all"];
const EVERYONE = [METRICS.acc1, METRICS.acc2, METRICS.precise, METRICS.key, METRICS.mirex, METRICS.beats];

/** How far each method's loudness and peak lie from the reference, in LU and dB. */
export type LoudnessErrors = Map<string, { lufs: number[]; truePeak: number[] }>;

export type AccuracyFindings = {
  book: ScoreBook;
  calibration: ReadonlyMap<Calibrated, readonly Answer[]>;
  loudness: LoudnessErrors;
  setting: { machine: string; peers: string[]; missing: string[]; files: number; audioSeconds: number; date: string };
};

/** The whole of accuracy.md. */
export function accuracyReport({ book, calibration, loudness, setting }: AccuracyFindings): string {
  const known = new Set(book.metrics());
  const parts = [
    heading(setting),
    ...EVERYONE.filter((metric) => known.has(metric)).map((metric) => section(metric, book.table(metric, GROUPS))),
    ...[METRICS.downbeats].filter((m) => known.has(m)).map((metric) => section(metric, book.table(metric, GROUPS))),
    ...[METRICS.meter, METRICS.kind]
      .filter((metric) => known.has(metric))
      .map((metric) => section(`${metric}, ${OURS}`, book.table(metric, GROUPS, "labelled"))),
    oneShots(book),
    loudnessSection(loudness),
    calibrationSection(calibration),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function heading({ machine, peers, missing, files, audioSeconds, date }: AccuracyFindings["setting"]): string {
  return [
    "# Accuracy",
    `${files} labelled files, ${audioSeconds.toFixed(0)} s of audio, measured on ${date}: ${machine}.`,
    `Peers, on the same files in the same run, at their own defaults: ${peers.join(", ") || "none"}.`,
    ...missing,
    "Figures are percentages with 95 % intervals (Wilson's for shares, the bootstrap's for means); the head of each column says how many files. No answer counts as wrong. The settings of the tempo and key models were compared on the development set, so its figures are optimistic; the model cards say what was held out.",
  ].join("\n\n");
}

const section = (title: string, table: string) => `## ${title}\n\n${table}`;

/** Classes differ in size, so it gives both the share of all files and the mean of the classes' shares. */
function oneShots(book: ScoreBook): string {
  const rows = scoresByClass(book);
  if (rows.length === 0) return "";
  const all = rows.flatMap(({ scores }) => scores);
  const perClass = rows.map(({ scores }) => scores.reduce((sum, score) => sum + score, 0) / scores.length);
  const table = markdownTable(
    ["class", "files", "right"],
    rows.map(({ name, scores }) => [name, String(scores.length), shareCell(scores)]),
  );
  const summary = `All ${all.length}: ${shareCell(all)}; mean of ${rows.length} classes: ${shareCell(perClass)}.`;
  return section(`${METRICS.oneShot}, ${OURS}`, `${summary}\n\n${table}`);
}

function scoresByClass(book: ScoreBook): { name: string; scores: readonly number[] }[] {
  return book
    .methods(METRICS.oneShot)
    .map((name) => ({ name, scores: book.of(METRICS.oneShot, name, "all") }))
    .sort((a, b) => b.scores.length - a.scores.length);
}

function loudnessSection(loudness: LoudnessErrors): string {
  if (loudness.size === 0) return "";
  const rows = [...loudness].map(([method, { lufs, truePeak }]) => [method, ...spread(lufs), ...spread(truePeak)]);
  const head = ["method", "files", "LU, mean", "LU, 95th percentile", "LU, largest"];
  const peaks = ["files", "true peak dB, mean", "95th percentile", "largest"];
  const note = "Distance from `ffmpeg`'s ebur128 filter, which gives loudness to 0.001 LU and peaks to 0.1 dB.";
  return section("Loudness", `${note}\n\n${markdownTable([...head, ...peaks], rows)}`);
}

function spread(errors: readonly number[]): string[] {
  if (errors.length === 0) return ["–", "–", "–", "–"];
  const sorted = errors.map(Math.abs).sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.round(share * (sorted.length - 1))] ?? 0).toFixed(3);
  const { mean } = meanWithInterval(sorted);
  return [String(sorted.length), mean.toFixed(3), at(0.95), at(1)];
}

function calibrationSection(calibration: AccuracyFindings["calibration"]): string {
  const rows = CALIBRATED.flatMap((name) => {
    const answers = calibration.get(name) ?? [];
    if (answers.length === 0) return [];
    const stated = answers.reduce((sum, { confidence }) => sum + confidence, 0) / answers.length;
    const right = answers.filter((answer) => answer.right).length / answers.length;
    const plot = `[plot](reliability-${slug(name)}.svg)`;
    const figures = [stated, right, expectedCalibrationError(answers)].map((value) => value.toFixed(3));
    return [[name, String(answers.length), ...figures, plot]];
  });
  const head = [
    "estimate",
    "answers",
    "confidence stated, mean",
    "share right",
    "expected calibration error",
    "groups",
  ];
  return rows.length === 0 ? "" : section("Calibration", markdownTable(head, rows));
}

export const slug = (name: string) => name.replaceAll(/[^a-z]+/g, "-");
