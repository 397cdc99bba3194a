import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { peakResidentBytes } from "@/bench/processes/process-memory";
import { AnalysisPool } from "@/lib/analysis/worker/pool";
import { locateWorkerBundle } from "@/runtime/worker-bundle";
import { isRunning } from "@/tests/fixtures/samplemind-command";
import type { CorpusFile } from "./corpus";
import { bytesOfCase, type CaseReport, runCase } from "./fuzz-case";

/** What a worker may keep resident: the pool's limit, and what it can grow by between two checks of it. */
const MOST_WORKER_BYTES = 1.5 * 1024 ** 3;
const WATCH_MS = 50;
const GONE_WITHIN_MS = 5000;

export interface FuzzOptions {
  corpus: readonly CorpusFile[];
  seed: number;
  numbers: readonly number[];
  jobs?: number;
  onCase?: (report: CaseReport) => void;
}

export interface FuzzSummary {
  cases: CaseReport[];
  /** The most of any worker at any time. */
  peakWorkerBytes: number;
  /** What went wrong with the run as a whole. */
  faults: string[];
}

/** Runs the cases through one pool, as many at a time as there are cores, and looks for what they leave behind. */
export async function fuzz(options: FuzzOptions): Promise<FuzzSummary> {
  const { corpus, seed, numbers, onCase } = options;
  const folder = mkdtempSync(join(tmpdir(), "samplemind-fuzz-"));
  const size = options.jobs ?? availableParallelism();
  // Built once: a source may change in the meantime, and rebuilding would keep cases waiting.
  const workerPath = await locateWorkerBundle();
  await startAndStop(workerPath, folder);
  const handlesBefore = openHandles();
  const pool = new AnalysisPool({ size, workerPath });
  const watch = new WorkerWatch(pool);
  const cases: CaseReport[] = [];
  const waiting = [...numbers];
  const lane = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const report = await runCase(pool, folder, { number, ...bytesOfCase(corpus, seed, number) });
      cases.push(report);
      onCase?.(report);
    }
  };
  try {
    await Promise.all(Array.from({ length: size }, lane));
  } finally {
    pool.close();
    watch.stop();
  }
  const faults = [...(await watch.faults()), ...leftFiles(folder)];
  await settled(() => openHandles() <= handlesBefore);
  const kept = openHandles() - handlesBefore;
  if (kept > 0) faults.push(`${kept} more open files than before`);
  rmSync(folder, { recursive: true });
  cases.sort((a, b) => a.number - b.number);
  return { cases, peakWorkerBytes: watch.peakBytes, faults };
}

/** All workers a pool has had: how much memory each took, and whether any outlived the pool. */
class WorkerWatch {
  peakBytes = 0;
  private readonly pids = new Set<number>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pool: AnalysisPool) {
    this.timer = setInterval(() => this.look(), WATCH_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  async faults(): Promise<string[]> {
    await settled(() => ![...this.pids].some(isRunning));
    const left = [...this.pids].filter(isRunning);
    const faults = left.map((pid) => `worker ${pid} outlived its pool`);
    if (this.peakBytes > MOST_WORKER_BYTES) faults.push(`a worker took ${Math.round(this.peakBytes / 1024 ** 2)} MB`);
    return faults;
  }

  private look(): void {
    for (const pid of this.pool.stats().pids) {
      this.pids.add(pid);
      this.peakBytes = Math.max(this.peakBytes, peakResidentBytes(pid));
    }
  }
}

/** Node opens a few files with its first child process and keeps them. */
async function startAndStop(workerPath: string, folder: string): Promise<void> {
  const pool = new AnalysisPool({ size: 1, workerPath });
  await pool.analyze({ path: join(folder, "nothing"), fairnessKey: "fuzz", pictures: false }).catch(() => undefined);
  pool.close();
  await settled(() => pool.stats().pids.length === 0);
}

async function settled(isSettled: () => boolean): Promise<void> {
  const deadline = performance.now() + GONE_WITHIN_MS;
  while (!isSettled() && performance.now() < deadline) await pause(20);
}

function leftFiles(folder: string): string[] {
  return readdirSync(folder).map((name) => `${name} was left in the temporary folder`);
}

/** How many file descriptors this process holds; 0 if the system does not say. */
function openHandles(): number {
  return process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0;
}
