import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import type { LayoutFigures } from "./layouts";
import type { AnswerFigures } from "./protocol";

const LEAST_TRUST = 0.9;
/** For the most points, on one core. */
const MOST_SECONDS = 300;
const MOST_MOVED = 0.1;
const MOST_ANSWER_MS = 350;

const number = (value: number) => value.toLocaleString("en-GB");

/** What falls short, in words. */
export function shortfalls(layouts: readonly LayoutFigures[], answers: AnswerFigures | null): string[] {
  const found = layouts.flatMap(({ points, fresh, again, placed, seconds, movedMean }) => [
    ...(fresh.trustworthiness < LEAST_TRUST ? [`${number(points)} points are not trusted`] : []),
    ...(again.trustworthiness < LEAST_TRUST ? [`${number(points)} points are not trusted when laid out again`] : []),
    ...(placed.trustworthiness < LEAST_TRUST
      ? [`${number(points)} points are not trusted where some were placed`]
      : []),
    ...(seconds > MOST_SECONDS ? [`${number(points)} points take too long`] : []),
    ...(movedMean > MOST_MOVED ? [`${number(points)} points do not stay where they are`] : []),
  ]);
  return answers && answers.pointsMs[0] > MOST_ANSWER_MS ? [...found, "the answer takes too long"] : found;
}

export function galaxyReport(layouts: readonly LayoutFigures[], answers: AnswerFigures | null): string {
  const table = markdownTable(
    [
      "points",
      "layout",
      "trustworthiness",
      "neighbours kept",
      "again",
      "trustworthiness",
      "moved: mean",
      "95 %",
      "placed",
    ],
    layouts.map((row) => [
      number(row.points),
      `${row.seconds.toFixed(1)} s`,
      row.fresh.trustworthiness.toFixed(3),
      `${(100 * row.fresh.neighbours).toFixed(0)} %`,
      `${row.againSeconds.toFixed(1)} s`,
      row.again.trustworthiness.toFixed(3),
      row.movedMean.toFixed(3),
      row.moved95.toFixed(3),
      row.placed.trustworthiness.toFixed(3),
    ]),
  );
  return `# Galaxy

Layouts of generated sounds (\`bench/data\`) of one person, in 3D, on one core. Trustworthiness and the share of neighbours
that are kept are at 15, exact for 500 points (record 65). *Again*: a tenth was added, and all are laid out from the old
places; *moved* is how far old points moved, in widths of the cube. *Placed*: trustworthiness around points that were
placed among others without a layout.

${table}

${answers ? answerText(answers) : ""}${machineDescription()}
`;
}

function answerText(answers: AnswerFigures): string {
  const times = ([middle, slowest]: [number, number]) =>
    `${middle.toFixed(0)} ms, the slowest of 15 ${slowest.toFixed(0)} ms`;
  const kilobytes = (bytes: number) => `${number(Math.round(bytes / 1000))} kB`;
  return `## Answers for ${number(answers.points)} points

From the API in one process with its database, all that a request goes through, without the network.

- The whole job, from the database and back: ${answers.jobSeconds.toFixed(1)} s
- \`GET /galaxy\`: ${times(answers.pointsMs)}; ${kilobytes(answers.bytes)}
- \`GET /galaxy/labels\`: ${times(answers.labelsMs)}; ${answers.regions.length} regions: ${answers.regions.join(", ")}
- \`GET /galaxy/path\` of 16 samples: ${times(answers.pathMs)}

`;
}
