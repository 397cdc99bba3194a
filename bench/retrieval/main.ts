import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LabelledFile, readLabels } from "@/bench/labels/labelled-file";
import { machineDescription } from "@/bench/report/machine-description";
import type { Embedding } from "@/lib/analysis/record/values/embedding";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { ClapPlugin } from "@/lib/plugins/clap";
import { ASPECTS } from "@/lib/similarity/schema";
import { mfccStatistics } from "./mfcc-statistics";
import { cosine, type Searched } from "./precision";
import { judgedClasses, type Method, type MethodScores, meanOf, notAhead, retrievalReport, scoresOf } from "./report";
import { soundClass, variationOf } from "./sound-class";

// How well sounds of a kind find each other, beside a plain comparison of MFCCs:
// BENCH_DATA=<folder> [CLAP_MODEL_DIR=<folder>] npm run bench:retrieval -- [--check] [--out <folder>]

type Heard = Searched & { embedding: Embedding; mfcc: number[]; clap: readonly number[] | null };

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, out: { type: "string", default: "bench/results" } },
});

/** Null for silence, which has no embedding, and for a file without a class. */
async function hear(pool: AnalysisPool, clap: ClapPlugin | null, file: LabelledFile): Promise<Heard | null> {
  const ownClass = soundClass(file);
  if (ownClass === null) return null;
  const { path } = file;
  const { record } = await pool.analyze({ path, fairnessKey: "bench", pictures: false, values: ["embedding"] });
  if (!record.embedding) return null;
  const mfcc = await mfccStatistics(path);
  const byClap = clap && (await clap.run({ record, path })).embedding;
  return { soundClass: ownClass, variation: variationOf(path), embedding: record.embedding, mfcc, clap: byClap };
}

/** CLAP stands beside the others, it is nothing to be ahead of: it needs weights of hundreds of megabytes. */
function methodsOver(heard: readonly Heard[]): { ours: Method; beside: Method[]; baselines: Method[] } {
  const whole = heard.map(({ embedding }) => ASPECTS.flatMap((aspect) => embedding[aspect]));
  const comparing = (name: string, vectors: readonly (readonly number[])[]): Method => ({
    name,
    similarity: (a, b) => cosine(vectors[a] ?? [], vectors[b] ?? []),
  });
  const aspects = ASPECTS.map((aspect) =>
    comparing(
      `embedding, ${aspect}`,
      heard.map(({ embedding }) => embedding[aspect]),
    ),
  );
  const byClap = heard.flatMap(({ clap }) => (clap ? [clap] : []));
  return {
    ours: comparing("embedding, even weights", whole),
    beside: [...aspects, ...(byClap.length === heard.length ? [comparing("CLAP", byClap)] : [])],
    baselines: [
      comparing(
        "MFCC mean and deviation",
        heard.map(({ mfcc }) => mfcc),
      ),
      comparing("the same, each value standardised", standardised(heard.map(({ mfcc }) => mfcc))),
    ],
  };
}

/** Each value less its mean over all files and divided by its deviation: a stronger baseline, which knows the files. */
function standardised(rows: readonly (readonly number[])[]): number[][] {
  const columns = (rows[0] ?? []).map((_, c) => rows.map((row) => row[c] ?? 0));
  const moments = columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  return rows.map((row) => row.map((value, c) => (value - (moments[c]?.mean ?? 0)) / (moments[c]?.deviation ?? 1)));
}

function tell(classes: readonly string[], ours: MethodScores, baselines: readonly MethodScores[]): void {
  const line = (scores: MethodScores) => classes.map((name) => `${name} ${(100 * meanOf(scores, name)).toFixed(1)}`);
  const behind = notAhead(classes, ours, baselines);
  for (const sentence of behind) process.stderr.write(`not ahead in ${sentence}\n`);
  const plain = baselines[0];
  process.stdout.write(
    `precision at 10, %: ${line(ours).join(", ")}; MFCC ${plain ? line(plain).join(", ") : "–"}; ` +
      `${behind.length === 0 && classes.length > 0 ? "ahead in every class" : `not ahead in ${behind.length} comparisons`}\n`,
  );
  if (values.check && (behind.length > 0 || classes.length === 0)) process.exitCode = 1;
}

async function main(): Promise<void> {
  const folder = process.env.BENCH_DATA;
  if (!folder) throw new Error("BENCH_DATA must name a folder with a labels.csv");
  const modelDir = process.env.CLAP_MODEL_DIR;
  const clap = modelDir ? new ClapPlugin({ modelDir }) : null;
  const pool = new AnalysisPool();
  try {
    const all = await Promise.all(readLabels(folder).map((file) => hear(pool, clap, file)));
    const files = all.filter((one) => one !== null);
    const classes = judgedClasses(files);
    const methods = methodsOver(files);
    const [ours, ...beside] = [methods.ours, ...methods.beside].map((method) => scoresOf(files, method));
    const baselines = methods.baselines.map((method) => scoresOf(files, method));
    if (!ours) return;
    const notes = clap ? [] : ["CLAP was not measured: its weights were not at hand."];
    const setting = { files, machine: machineDescription(), date: new Date().toISOString().slice(0, 10), notes };
    const report = retrievalReport([ours, ...beside, ...baselines], classes, setting);
    mkdirSync(values.out, { recursive: true });
    writeFileSync(join(values.out, "retrieval.md"), report);
    process.stdout.write(`${report}\n`);
    tell(classes, ours, baselines);
  } finally {
    pool.close();
    clap?.close();
  }
}

await main();
