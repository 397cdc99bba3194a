import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import { METHODS, type Method } from "./methods";
import { type Part, readParts } from "./parts";
import { reciprocalRank } from "./rank";

// Whether "fits with" finds the parts that belong together among those of other arrangements:
// npm run bench:fits -- [--check] [--parts <folder>] [--out <folder>]
// Renders the arrangements first if there are none: a minute.

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    parts: { type: "string", default: ".cache/parts" },
    out: { type: "string", default: "bench/results" },
  },
});

const GROUPS = {
  "odd arrangements, seen but not used while the weights were chosen": 1,
  "even arrangements, used to choose them": 0,
};
type Row = { method: string; group: string; all: number; byPart: Map<string, number> };

function rowOf(method: string, score: Method, group: string, parts: readonly Part[]): Row {
  const ranks = parts.map((part) => {
    const others = parts.filter((other) => other !== part);
    const scores = others.map((other) => score(part.facts, other.facts));
    const isPartner = others.map(({ arrangement }) => arrangement === part.arrangement);
    return { name: part.name, rank: reciprocalRank(scores, isPartner) };
  });
  const mean = (list: readonly { rank: number }[]) => list.reduce((sum, { rank }) => sum + rank, 0) / list.length;
  const names = [...new Set(parts.map(({ name }) => name))];
  const byPart = new Map(names.map((name) => [name, mean(ranks.filter((one) => one.name === name))]));
  return { method, group, all: mean(ranks), byPart };
}

function report(parts: readonly Part[], rows: readonly Row[]): string {
  const names = [...(rows[0]?.byPart.keys() ?? [])];
  const tables = Object.entries(GROUPS).map(([group, half]) => {
    const of = parts.filter(({ arrangement }) => arrangement % 2 === half);
    const cells = rows
      .filter((row) => row.group === group)
      .map((row) => [row.method, ...[row.all, ...row.byPart.values()].map((value) => value.toFixed(3))]);
    const count = `${of.length} parts of ${new Set(of.map(({ arrangement }) => arrangement)).size}`;
    return `## ${count} ${group}\n\n${markdownTable(["method", "all", ...names], cells)}\n`;
  });
  return `# Fits with

Arrangements by the project's own composer, taken apart into drums, bass, chords and melody, each rendered as a loop of
whole bars on a synthesised instrument of its own, at a tempo that is a multiple of 5 BPM, and analysed by the engine. Each part asks once; all other parts of
the same half are the library. The figure is the mean reciprocal rank of the first part of the same arrangement: 1 = always
first. Where a method gives several the same score, it is the mean over their orders.

${tables.join("\n")}
${machineDescription()}. Made by \`npm run bench:fits\`.
`;
}

async function main(): Promise<void> {
  if (!existsSync(join(values.parts, "labels.csv"))) {
    const render = ["scripts/run.mjs", "training/parts.ts", values.parts];
    if (spawnSync(process.execPath, render, { stdio: "inherit" }).status !== 0) throw new Error("rendering failed");
  }
  const parts = await readParts(values.parts);
  const rows = Object.entries(GROUPS).flatMap(([group, half]) => {
    const own = parts.filter(({ arrangement }) => arrangement % 2 === half);
    return Object.entries(METHODS).map(([method, score]) => rowOf(method, score, group, own));
  });
  const text = report(parts, rows);
  process.stdout.write(text);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "fits.md"), text);
  const [filters, nearest, fits] = rows.map(({ all }) => all) as [number, number, number];
  const figures = `fits with ${fits.toFixed(3)}, key and tempo ${filters.toFixed(3)}, nearest first ${nearest.toFixed(3)}`;
  const isAhead = fits > filters && fits > nearest;
  process.stdout.write(
    `\nmean reciprocal rank on arrangements not chosen by: ${figures}${isAhead ? "" : ": falls short"}\n`,
  );
  if (values.check && !isAhead) process.exitCode = 1;
}

await main();
