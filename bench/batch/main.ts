import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { proportionalBytes } from "@/bench/processes/process-memory";
import { machineDescription } from "@/bench/report/machine-description";
import { isNamedAudio } from "@/lib/format/audio-files";
import { childrenOf, finished, startSamplemind } from "@/tests/fixtures/samplemind-command";

// Five hundred files on the command line, twice: [BENCH_DATA=<folder>] npm run bench:batch
// Memory is that of the command and all its workers; what they share counts once. Linux only.

const FILES = 500;
const RESULTS = "bench/results/batch.md";
const FOLDERS = ["tests/fixtures/music", "tests/fixtures/clips"];
const SAMPLE_MS = 100;

interface BatchRun {
  seconds: number;
  audioSeconds: number;
  peakBytes: number;
  peakChildren: number;
  analysed: number;
  /** Of everything that was printed except times. */
  sha256: string;
}

function audioFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(isNamedAudio)
    .sort()
    .map((name) => resolve(folder, name));
}

/** Fills the folder with numbered links to the same files until there are enough. */
function fillFolder(folder: string): void {
  const originals = [...FOLDERS, ...(process.env.BENCH_DATA ? [process.env.BENCH_DATA] : [])].flatMap(audioFilesIn);
  for (let index = 0; index < FILES; index++) {
    const original = originals[index % originals.length] as string;
    symlinkSync(original, join(folder, `${String(index).padStart(3, "0")}${extname(original)}`));
  }
}

async function run(folder: string): Promise<BatchRun> {
  const startedAt = performance.now();
  const command = startSamplemind(["analyze", "--json", folder]);
  const pid = command.pid ?? 0;
  let peakBytes = 0;
  let peakChildren = 0;
  const timer = setInterval(() => {
    const children = childrenOf(pid);
    peakChildren = Math.max(peakChildren, children.length);
    peakBytes = Math.max(
      peakBytes,
      [pid, ...children].reduce((sum, each) => sum + proportionalBytes(each), 0),
    );
  }, SAMPLE_MS);
  const result = await finished(command);
  clearInterval(timer);
  const lines = result.lines();
  const timeless = lines.map(({ analysisSeconds: _, ...line }) => JSON.stringify(line)).join("\n");
  return {
    seconds: (performance.now() - startedAt) / 1000,
    audioSeconds: lines.reduce((sum, line) => sum + Number(line.durationSeconds ?? 0), 0),
    peakBytes,
    peakChildren,
    analysed: lines.filter(({ ok }) => ok).length,
    sha256: createHash("sha256").update(timeless).digest("hex"),
  };
}

function table(runs: readonly BatchRun[]): string {
  const rows = runs.map(
    ({ seconds, audioSeconds, peakBytes, peakChildren, analysed, sha256 }, index) =>
      `| ${index + 1} | ${analysed} | ${seconds.toFixed(1)} s | ${Math.round(audioSeconds / seconds)}× | ${peakChildren} | ${Math.round(peakBytes / 1024 ** 2)} MB | \`${sha256.slice(0, 16)}\` |`,
  );
  const same = new Set(runs.map(({ sha256 }) => sha256)).size === 1;
  return `# Five hundred files

\`npm run bench:batch\`, ${machineDescription()}. \`samplemind analyze --json\` over ${FILES} files in all formats, twice.

| run | analysed | time | real time | child processes at most | peak memory in all | output without timing |
|---|---|---|---|---|---|---|
${rows.join("\n")}

The two outputs are ${same ? "the same to the byte" : "NOT the same"}.
`;
}

const folder = mkdtempSync(join(tmpdir(), "samplemind-batch-"));
try {
  fillFolder(folder);
  const runs = [await run(folder), await run(folder)];
  const report = table(runs);
  process.stdout.write(report);
  writeFileSync(RESULTS, report);
  process.exitCode = report.includes("NOT") ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
