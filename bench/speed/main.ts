import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { SpeedReport, SpeedRequest } from "@/bench/peers/essentia-speed-child";
import { BenchChild } from "@/bench/processes/child-process";
import { machineDescription } from "@/bench/report/machine-description";
import { fitStraightLine } from "@/bench/statistics/straight-line";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { allBut, SPEED_GROUPS } from "./groups";
import { FORMATS, type Format, SpeedMaterial } from "./material";
import { PinnedAnalyses, pinToOneCore } from "./pinned-analyses";
import { type FormatRow, type SpeedFindings, speedReport } from "./report";
import type { StagesReport, StagesRequest } from "./stages-child";

// How fast the analyser is, and where the time goes: npm run bench:speed -- [--quick] [--no-peers] [--out <folder>]

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    "no-peers": { type: "boolean", default: false },
    out: { type: "string", default: "bench/results" },
  },
});

/** Lengths in seconds. */
const PLAN = values.quick
  ? { loop: 10, track: 30, long: 120, growth: [10, 30, 60, 120], repeats: 2, pairs: 2, files: 4 }
  : { loop: 10, track: 180, long: 3600, growth: [10, 30, 60, 180, 600, 1800, 3600], repeats: 4, pairs: 3, files: 8 };
/** Opus, the slowest to decode, is left out of the longest files. */
const LONG_FORMATS: readonly Format[] = FORMATS.filter((format) => format !== "opus");
const CHILD_TIMEOUT_MS = 600_000;
const SAME_AS_PEER: readonly ValueName[] = ["tempo", "key", "loudness", "perceptual"];

const material = new SpeedMaterial();
let pinned = true;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Measures with a fresh worker, so that its memory is that of this measurement alone. */
async function withAnalyses<T>(path: string, measure: (analyses: PinnedAnalyses) => Promise<T>): Promise<T> {
  const analyses = new PinnedAnalyses();
  try {
    await analyses.warmUp(path);
    pinned &&= analyses.pinned;
    return await measure(analyses);
  } finally {
    analyses.close();
  }
}

async function formatRow(format: Format, seconds: number): Promise<FormatRow> {
  const path = await material.file(format, seconds);
  const long = seconds > PLAN.track;
  const times = long ? 1 : PLAN.repeats;
  return withAnalyses(await material.file(format, PLAN.loop), async (analyses) => {
    const plain = await analyses.best(path, times);
    const peakBytes = analyses.peakBytes();
    const pictures = long && format !== "mp3" ? null : await analyses.best(path, times, { pictures: true });
    say(`${format} ${seconds} s: ${(plain.audioSeconds / plain.seconds).toFixed(0)}×`);
    const { audioSeconds } = plain;
    return { format, audioSeconds, plain: plain.seconds, pictures: pictures?.seconds ?? null, peakBytes };
  });
}

async function formatRows(): Promise<FormatRow[]> {
  const rows: FormatRow[] = [];
  for (const seconds of [PLAN.loop, PLAN.track, PLAN.long]) {
    for (const format of seconds === PLAN.long ? LONG_FORMATS : FORMATS) rows.push(await formatRow(format, seconds));
  }
  return rows;
}

/** Lengths that the table of formats already has are not measured again. */
async function growth(rows: readonly FormatRow[]): Promise<SpeedFindings["growth"]> {
  const points = [];
  for (const seconds of PLAN.growth) {
    const known = rows.find(({ format, audioSeconds }) => format === "mp3" && Math.round(audioSeconds) === seconds);
    const { audioSeconds, plain, peakBytes } = known ?? (await formatRow("mp3", seconds));
    points.push({ x: audioSeconds, y: plain, peakBytes });
  }
  return { points, line: fitStraightLine(points) };
}

async function stages(path: string): Promise<Pick<SpeedFindings, "stages" | "groups">> {
  const child = new BenchChild<StagesRequest, StagesReport>("bench/speed/stages-child.ts", CHILD_TIMEOUT_MS);
  await child.start();
  if (child.pid) pinToOneCore(child.pid);
  await child.ask({ path });
  const report = await child.ask({ path });
  child.close();
  if (report.type !== "done") throw new Error("the stages were not measured");
  const groups = await withAnalyses(path, async (analyses) => {
    const measured = [];
    for (const [name, group] of Object.entries(SPEED_GROUPS)) {
      // Everything and nothing are measured anew for each group: a worker keeps getting quicker over many files.
      const none = await analyses.best(path, PLAN.repeats, { values: [] });
      const alone = await analyses.best(path, PLAN.repeats, { values: group });
      const all = await analyses.best(path, PLAN.repeats);
      const without = await analyses.best(path, PLAN.repeats, { values: allBut(group) });
      const [aloneSeconds, savedSeconds] = [alone.seconds - none.seconds, all.seconds - without.seconds];
      measured.push({ name, aloneSeconds: Math.max(0, aloneSeconds), savedSeconds: Math.max(0, savedSeconds) });
    }
    return measured;
  });
  return { stages: report.seconds, groups };
}

async function parallel(path: string): Promise<SpeedFindings["parallel"]> {
  const rows = [];
  const cores = availableParallelism();
  for (const workers of [...new Set([1, Math.ceil(cores / 2), cores])]) {
    const pool = new AnalysisPool({ size: workers });
    const together = (count: number) =>
      Promise.all(Array.from({ length: count }, () => pool.analyze({ path, fairnessKey: "bench", pictures: false })));
    await together(2 * workers);
    const startedAt = performance.now();
    const results = await together(PLAN.files);
    const seconds = (performance.now() - startedAt) / 1000;
    pool.close();
    const audioSeconds = results.reduce((sum, { record }) => sum + record.durationSeconds, 0);
    rows.push({ workers, files: PLAN.files, audioSeconds, seconds });
  }
  return rows;
}

async function beside(path: string): Promise<{ version: string | null; rows: SpeedFindings["beside"] }> {
  const child = new BenchChild<SpeedRequest, SpeedReport>("bench/peers/essentia-speed-child.ts", CHILD_TIMEOUT_MS);
  try {
    const ready = await child.start();
    if (child.pid) pinToOneCore(child.pid);
    await child.ask({ path: await material.file("mp3", PLAN.loop) });
    const rows = await withAnalyses(path, async (analyses) => {
      const measured = [];
      for (let pair = 0; pair < PLAN.pairs; pair++) {
        const ours = await analyses.run(path);
        const same = await analyses.run(path, { values: SAME_AS_PEER });
        const report = await child.ask({ path });
        const theirs = report.type === "done" ? report.seconds : Number.NaN;
        measured.push({ ours: ours.seconds, oursSame: same.seconds, theirs });
        say(`essentia.js: ${theirs.toFixed(1)} s, ours ${ours.seconds.toFixed(2)} s`);
      }
      return measured;
    });
    return { version: ready.type === "ready" ? ready.version : null, rows };
  } catch (error) {
    say(`Without essentia.js: npm ci installs it (${String(error)}).`);
    return { version: null, rows: [] };
  } finally {
    child.close();
  }
}

async function main(): Promise<void> {
  const track = await material.file("mp3", PLAN.track);
  const formats = await formatRows();
  const grown = await growth(formats);
  const staged = await stages(track);
  const peer = values["no-peers"] ? { version: null, rows: [] } : await beside(track);
  const parallelRows = await parallel(track);
  const date = new Date().toISOString().slice(0, 10);
  const setting = { machine: machineDescription(), date, pinned, track: PLAN.track, essentia: peer.version };
  const report = speedReport({ setting, formats, ...staged, growth: grown, parallel: parallelRows, beside: peer.rows });
  process.stdout.write(report);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "speed.md"), report);
}

try {
  await main();
} finally {
  material.remove();
}
