import { rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { SeededRandom } from "@/bench/statistics/seeded-random";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import { decodePeaks } from "@/lib/analysis/record/peaks-format";
import { analysisRecordSchema } from "@/lib/analysis/record/schema";
import type { AnalysisPool } from "@/lib/analysis/worker/pool";
import type { AnalysisResult } from "@/lib/analysis/worker/worker-protocol";
import { workersReading } from "@/tests/fixtures/samplemind-command";
import { mutate } from "./byte-mutations";
import type { CorpusFile } from "./corpus";

/** How long a hostile file may take, and how much longer for each second of sound in it, on a busy machine. */
const CASE_SECONDS = 10;
const SLOWEST_REALTIME_FACTOR = 20;

/** How many times longer everything takes under the machine's present load; 1 on a quiet machine. */
const crowding = () => Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

export interface CaseReport {
  number: number;
  recipe: string[];
  /** "analysed", or the code of the failure. */
  outcome: string;
  seconds: number;
  /** What should not have happened; empty if all went well. */
  faults: string[];
}

/** The bytes of one case. The same seed and number give the same bytes, whatever ran before. */
export function bytesOfCase(corpus: readonly CorpusFile[], seed: number, number: number) {
  return mutate(corpus, new SeededRandom(Math.imul(seed, 0x9e3779b1) + number));
}

/** Runs one case through the pool as the application would, and judges how it ended. */
export async function runCase(
  pool: AnalysisPool,
  folder: string,
  file: { number: number; bytes: Buffer; recipe: string[] },
): Promise<CaseReport> {
  const { number, bytes, recipe } = file;
  const path = join(folder, `${number}`);
  writeFileSync(path, bytes);
  const startedAt = performance.now();
  let outcome = "analysed";
  let allowedSeconds = CASE_SECONDS;
  let faults: string[] = [];
  try {
    const result = await pool.analyze({ path, fairnessKey: "fuzz", pictures: number % 2 === 0 });
    faults = faultsOf(result);
    allowedSeconds += result.record.durationSeconds / SLOWEST_REALTIME_FACTOR;
  } catch (error) {
    if (!(error instanceof AnalysisFailure)) throw error;
    outcome = error.code;
    // The one code that means that the fault is ours.
    if (error.code === "internal") faults.push(`internal: ${error.detail}`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  if (seconds > allowedSeconds * crowding()) faults.push(`${outcome} after ${seconds.toFixed(1)} s`);
  const holders = process.platform === "linux" ? workersReading(path) : [];
  if (holders.length > 0) faults.push(`the file is still open in process ${holders.join(", ")}`);
  rmSync(path);
  return { number, recipe, outcome, seconds, faults };
}

function faultsOf({ record, pictures }: AnalysisResult): string[] {
  const faults: string[] = [];
  const parsed = analysisRecordSchema.safeParse(record);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `record.${issue.path.join(".")}: ${issue.message}`));
  }
  if (pictures) {
    const peaks = decodePeaks(Uint8Array.from(pictures.peaks).buffer);
    if (Math.abs(peaks.durationSeconds - record.durationSeconds) > 0.01) faults.push("peaks of another duration");
    if (Buffer.from(pictures.spectrogramPng).toString("latin1", 1, 4) !== "PNG") faults.push("no spectrogram");
  }
  return faults;
}
