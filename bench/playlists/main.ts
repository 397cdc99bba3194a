import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { machineDescription } from "@/bench/report/machine-description";
import { markdownTable } from "@/bench/report/markdown-table";
import { arrange, greedyOrder } from "@/lib/playlists/order/arrange";
import { costsOf, totalCost } from "@/lib/playlists/order/cost";
import { generatedSets } from "@/tests/factories/playlist-sets";

// Whether an order is better than the greedy one at the same cost, by how much, and how long it takes:
// npm run bench:playlists -- [--check] [--sizes 10,50,200,500] [--sets 4] [--out <folder>]

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    sizes: { type: "string", default: "10,50,200,500" },
    sets: { type: "string", default: "4" },
    out: { type: "string", default: "bench/results" },
  },
});

/** On average the cost must fall by so much, and the largest set may take so long. */
const LEAST_GAIN = 0.1;
const MOST_MS = 1000;

interface Row {
  size: number;
  sets: number;
  greedy: number;
  arranged: number;
  worse: number;
  slowestMs: number;
}

const NO_PINS = { first: null, last: null };

function measure(size: number): Row {
  const row: Row = { size, sets: 0, greedy: 0, arranged: 0, worse: 0, slowestMs: 0 };
  for (const { tracks, curve } of generatedSets([size], Number(values.sets))) {
    const began = performance.now();
    const costs = costsOf(tracks, curve);
    const arranged = totalCost(costs, arrange(costs));
    row.slowestMs = Math.max(row.slowestMs, performance.now() - began);
    const greedy = totalCost(costs, greedyOrder(costs, NO_PINS));
    row.sets += 1;
    row.greedy += greedy;
    row.arranged += arranged;
    if (arranged > greedy + 1e-9) row.worse += 1;
  }
  return row;
}

const gainOf = ({ greedy, arranged }: Row) => 1 - arranged / greedy;

const rows = values.sizes.split(",").map(Number).map(measure);
const table = markdownTable(
  ["samples", "sets", "greedy", "arranged", "less", "worse than greedy", "slowest"],
  rows.map((row) => [
    String(row.size),
    String(row.sets),
    (row.greedy / row.sets).toFixed(2),
    (row.arranged / row.sets).toFixed(2),
    `${(100 * gainOf(row)).toFixed(1)} %`,
    String(row.worse),
    `${row.slowestMs.toFixed(0)} ms`,
  ]),
);
const text = `# Playlists

The cost of an order: for each step how badly keys and tempos mix, and for each sample how far it is from the energy curve
(\`lib/playlists/order/cost.ts\`). Means over generated sets; the same sets in every run.

${table}

${machineDescription()}
`;
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "playlists.md"), text);
process.stdout.write(text);
const isBad = rows.some((row) => row.worse > 0 || gainOf(row) < LEAST_GAIN || row.slowestMs > MOST_MS);
if (values.check && isBad) {
  process.stderr.write("An order is worse than the greedy one, hardly better, or takes too long.\n");
  process.exitCode = 1;
}
