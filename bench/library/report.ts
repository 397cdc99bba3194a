import type { Measured } from "./protocol";
import type { Figure } from "./section";

export const isMet = ({ measured, target }: Figure) => measured <= target;

/** All sections, in Markdown. */
export function libraryReport(
  machine: string,
  { rows, owner, measured }: { rows: number; owner: number; measured: Measured },
): string {
  const count = (value: number) => value.toLocaleString("en-GB");
  return [
    "# The library",
    `\`npm run bench:library\`, ${machine}. A generated library (\`bench/data\`) of ${count(rows)} samples, of which the person who asks has ${count(owner)}, in the embedded Postgres. Load of the machine before: ${measured.load.toFixed(1)}. Times in milliseconds are those of answers of the API in one process, from the request to the end of its text: session, count of requests, questions to the database, check against the declaration. Targets are for p95. "Work" is the processor time of the application and the database.`,
    ...measured.sections.map(({ title, report }) => `## ${title}\n\n${report.text}\n\n${missed(report.figures)}`),
    "",
  ].join("\n\n");
}

function missed(figures: readonly Figure[]): string {
  const short = figures.filter((figure) => !isMet(figure));
  if (short.length === 0) return "Every target is met.";
  const said = short.map(
    ({ what, measured, target, unit }) => `${what}: ${measured.toFixed(1)} ${unit} (target ${target})`,
  );
  return `**Missed:** ${said.join("; ")}.`;
}
