import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { readLabels } from "@/bench/labels/labelled-file";
import { machineDescription } from "@/bench/report/machine-description";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { copyKinds } from "./copies";
import { type GrowthRow, measureGrowth } from "./growth";
import { measureNear } from "./near";
import { type CopyResult, falseMatches, readAll, recognise } from "./recognition";
import { duplicatesReport } from "./report";

// Whether copies are recognised, whether different files are told apart, and how lookups grow:
// BENCH_DATA=<folder> npm run bench:duplicates -- [--check] [--only loops,synth] [--copies "MP3, both"] [--sizes 1000,10000] [--out <folder>]

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    only: { type: "string" },
    copies: { type: "string" },
    sizes: { type: "string", default: "1000,10000,100000" },
    out: { type: "string", default: "bench/results" },
  },
});

/** A lookup in the largest library may take this many times as long as in the smallest. */
const MOST_GROWTH = 3;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(): Promise<boolean> {
  const folder = process.env.BENCH_DATA;
  if (!folder) throw new Error("BENCH_DATA names no labelled folder");
  const wanted = values.only?.split(",");
  const files = readLabels(folder).filter(({ group }) => !wanted || wanted.includes(group));
  const pool = new AnalysisPool();
  try {
    const known = await readAll(
      pool,
      files.map(({ path }) => path),
    );
    say(`${known.length} files read`);
    const wrong = falseMatches(known);
    for (const pair of wrong) say(`${pair}: different files taken for one`);
    const made = await copyKinds();
    if (!made) say("There is no ffmpeg here, so no copies are made.");
    else if (!made.encodes) say("ffmpeg has no MP3 encoder here, so nothing is encoded.");
    const copies: CopyResult[] = [];
    for (const kind of made?.kinds ?? []) {
      if (values.copies !== undefined && !values.copies.split(";").includes(kind.name)) continue;
      const result = await recognise(pool, known, kind);
      say(
        `${kind.name}: ${result.found} of ${result.copies}, wrong ${result.wrong.join(" ")}, missed ${result.missed.join(" ")}`,
      );
      copies.push(result);
    }
    const near = made ? await measureNear(pool, files) : [];
    const growth = await measureGrowth(values.sizes.split(",").map(Number), known);
    const date = new Date().toISOString().slice(0, 10);
    const encoder = made?.encodes ? ("used" as const) : ("missing" as const);
    const found = {
      machine: machineDescription(),
      date,
      files: known.length,
      falseMatches: wrong,
      copies,
      encoder,
      near,
      growth,
    };
    const report = duplicatesReport(found);
    process.stdout.write(report);
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, "duplicates.md"), report);
    return summarise(wrong, copies, growth, basename(folder));
  } finally {
    pool.close();
  }
}

/** One line with the figures. Returns whether all of them are good enough. */
function summarise(wrong: string[], copies: CopyResult[], growth: GrowthRow[], folder: string): boolean {
  const missed = copies.reduce((sum, row) => sum + row.missed.length, 0);
  const mistaken = wrong.length + copies.reduce((sum, row) => sum + row.wrong.length, 0);
  const [first, last] = [growth[0], growth.at(-1)];
  const times = first && last ? last.p50Ms / first.p50Ms : 1;
  const isGood = missed === 0 && mistaken === 0 && times <= MOST_GROWTH;
  const copied = copies.reduce((sum, row) => sum + row.copies, 0);
  process.stdout.write(
    `${isGood ? "good" : "SHORT"}: ${folder}: ${copied - missed} of ${copied} copies found, ${mistaken} false matches, ` +
      `lookup ${first?.p50Ms.toFixed(1)} ms at ${first?.samples} samples, ${last?.p50Ms.toFixed(1)} ms at ${last?.samples}\n`,
  );
  return isGood;
}

if (!(await main()) && values.check) process.exitCode = 1;
