import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FilePath } from "@/lib/analysis/decode/containers/byte-source";
import type { FileTags } from "@/lib/analysis/file-tags/schema";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { thisMachine, workersFor } from "@/lib/analysis/worker/machine";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import type { PathBytes } from "@/lib/format/path-bytes";
import { enabledPlugins, runPlugins } from "@/lib/plugins/enabled";
import type { Plugin } from "@/lib/plugins/plugin";
import { pluginSettings } from "@/lib/plugins/settings";
import { type FileOutcome, jsonLine, TABLE_HEAD, TABLE_NOTE, tableRow } from "./analysis-output";
import { ANALYZE_USAGE, type AnalyzeArguments, parseAnalyzeArguments } from "./analyze-arguments";
import { type InputFile, inputFiles, leftOutSentence, noneLeftOut } from "./input-files";
import { inOrder } from "./ordered-results";
import { ProgressBar } from "./progress-bar";

/** `samplemind analyze`: sets the exit status to 0, 1 or 2, or to 130 if interrupted. */
export async function analyzeCommand(args: string[]): Promise<void> {
  const parsed = parseAnalyzeArguments(args);
  if (parsed === "help") {
    process.stdout.write(ANALYZE_USAGE);
  } else if (parsed instanceof Error) {
    process.stderr.write(`${parsed.message}\n\n${ANALYZE_USAGE}`);
    process.exitCode = 2;
  } else {
    process.exitCode = await analyzeAll(parsed);
  }
}

async function analyzeAll(options: AnalyzeArguments): Promise<0 | 1> {
  const jobs = options.jobs ?? (Number(process.env.ANALYSIS_WORKERS) || workersFor(thisMachine()));
  const worker = await workerPath();
  const pool = new AnalysisPool({ size: jobs, workerPath: worker });
  // A table has no room for what plug-ins find, and `--only` lists everything that is wanted.
  const asked = options.json && !options.only;
  const settings = pluginSettings(asked ? process.env : {});
  const plugins = enabledPlugins(settings, join(dirname(worker), "clap-process.mjs"));
  endWithPool(pool);
  const base = startingFolder();
  const report = new Report(options);
  const leftOut = noneLeftOut();
  if (!options.json) void countFiles(options.paths, base).then((total) => report.expect(total));
  try {
    const outcomes = inOrder(inputFiles(options.paths, base, leftOut), jobs * 8, (input) =>
      analyzeOne(pool, plugins, input, options),
    );
    for await (const outcome of outcomes) await report.add(outcome);
  } finally {
    pool.close();
    for (const plugin of plugins) plugin.close();
  }
  return report.finish(leftOutSentence(leftOut));
}

async function analyzeOne(
  pool: AnalysisPool,
  plugins: readonly Plugin[],
  input: InputFile,
  { only, json }: AnalyzeArguments,
): Promise<FileOutcome> {
  const { file, fileBytes, path } = input;
  const name = { file, ...(fileBytes ? { fileBytes } : {}) };
  try {
    if (input.failure) throw input.failure;
    const request = { path, fairnessKey: "cli", pictures: false, ...(only ? { values: only } : {}) };
    const result = await pool.analyze(request);
    const fileTags = json && !only ? await tagsOf(pool, path) : undefined;
    if (plugins.length === 0) return { ...name, ok: true, result, fileTags };
    return { ...name, ok: true, result, fileTags, plugins: await runPlugins(plugins, { record: result.record, path }) };
  } catch (error) {
    const failure = error instanceof AnalysisFailure ? error : new AnalysisFailure("internal", String(error));
    return { ...name, ok: false, failure };
  }
}

/** Null if they cannot be read: the file is analysed all the same. */
async function tagsOf(pool: AnalysisPool, path: FilePath): Promise<FileTags | null> {
  try {
    return (await pool.readTags({ path, fairnessKey: "cli", cover: false })).tags;
  } catch {
    return null;
  }
}

/** Rows or lines on stdout, progress on stderr. */
class Report {
  private files = 0;
  private failures = 0;
  private audioSeconds = 0;
  private readonly bar: ProgressBar | null;

  constructor(private readonly options: AnalyzeArguments) {
    this.bar = options.json ? null : new ProgressBar(process.stderr);
  }

  expect(total: number): void {
    this.bar?.expect(total);
  }

  async add(outcome: FileOutcome): Promise<void> {
    if (outcome.ok) this.audioSeconds += outcome.result.record.durationSeconds;
    else this.failures++;
    if (this.bar) {
      const head = this.files === 0 ? `${TABLE_HEAD}\n` : "";
      this.bar.step(outcome.ok, () => process.stdout.write(`${head}${tableRow(outcome)}\n`));
    } else {
      await written(`${jsonLine(outcome, this.options.only)}\n`);
    }
    this.files++;
  }

  finish(leftOut: string | null): 0 | 1 {
    if (this.files === 0) process.stderr.write("No audio files were found.\n");
    else if (this.bar) {
      process.stdout.write(`\n${TABLE_NOTE}\n`);
      this.bar.finish(this.audioSeconds);
    }
    if (leftOut) process.stderr.write(`${leftOut}\n`);
    return this.files > 0 && this.failures === 0 ? 0 : 1;
  }
}

function written(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(text)) resolve();
    else process.stdout.once("drain", resolve);
  });
}

async function countFiles(names: readonly PathBytes[], base: string): Promise<number> {
  let total = 0;
  for await (const _ of inputFiles(names, base, noneLeftOut())) total++;
  return total;
}

/** npm runs a script in the package's folder, and names the person's folder in a variable. */
function startingFolder(): string {
  const { npm_lifecycle_event, INIT_CWD } = process.env;
  return npm_lifecycle_event === "samplemind" && INIT_CWD ? INIT_CWD : process.cwd();
}

/** This file runs as a bundle in dist/, beside the worker's bundle. */
async function workerPath(): Promise<string> {
  if (process.env.ANALYSIS_WORKER_PATH) return process.env.ANALYSIS_WORKER_PATH;
  const builder = fileURLToPath(new URL("../scripts/analysis-worker.mjs", import.meta.url));
  const { ensureAnalysisWorker } = (await import(pathToFileURL(builder).href)) as {
    ensureAnalysisWorker(): Promise<string>;
  };
  return ensureAnalysisWorker();
}

function endWithPool(pool: AnalysisPool): void {
  const end = (status: number) => () => {
    pool.close();
    process.exit(status);
  };
  process.once("SIGINT", end(130));
  process.once("SIGTERM", end(143));
  // The program that read the output has closed it.
  process.stdout.on("error", end(0));
}
