import { execFileSync } from "node:child_process";
import { peakResidentBytes } from "@/bench/processes/process-memory";
import type { ValueName } from "@/lib/analysis/record/measured-values";
import { AnalysisPool } from "@/lib/analysis/worker/pool";

export type AnalysisRun = { seconds: number; audioSeconds: number };
export type RunOptions = { pictures?: boolean; values?: readonly ValueName[] };

/** Pins a process and its threads to the first core. Returns false if the system has no `taskset`. */
export function pinToOneCore(pid: number): boolean {
  try {
    execFileSync("taskset", ["-acp", "0", String(pid)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Analyses through the application's own pool, with one worker pinned to one core. */
export class PinnedAnalyses {
  private readonly pool = new AnalysisPool({ size: 1 });
  pinned = false;

  /** Starts the worker, pins it, and lets it compile what it will run. */
  async warmUp(path: string, options: RunOptions = {}): Promise<void> {
    await this.run(path, options);
    this.pinned = this.pool.stats().pids.every(pinToOneCore);
    for (let i = 0; i < 2; i++) await this.run(path, options);
  }

  /** Decodes and measures; the start of the worker is not counted. */
  async run(path: string, { pictures = false, values }: RunOptions = {}): Promise<AnalysisRun> {
    const request = { path, fairnessKey: "bench", pictures, ...(values ? { values } : {}) };
    const { analysisSeconds, record } = await this.pool.analyze(request);
    return { seconds: analysisSeconds, audioSeconds: record.durationSeconds };
  }

  /** The quickest of so many runs: other work on the machine can only slow a run down. */
  async best(path: string, times: number, options: RunOptions = {}): Promise<AnalysisRun> {
    let best = await this.run(path, options);
    for (let i = 1; i < times; i++) {
      const next = await this.run(path, options);
      if (next.seconds < best.seconds) best = next;
    }
    return best;
  }

  peakBytes(): number {
    return Math.max(0, ...this.pool.stats().pids.map(peakResidentBytes));
  }

  close(): void {
    this.pool.close();
  }
}
