import { execFileSync } from "node:child_process";
import { peakResidentBytes } from "@/bench/processes/process-memory";
import type { ExtractorName } from "@/lib/analysis/record/constants";
import { AnalysisPool } from "@/lib/analysis/worker/pool";

export type AnalysisRun = { seconds: number; audioSeconds: number };
export type RunOptions = { pictures?: boolean; extractors?: readonly ExtractorName[] };

/** Keeps a process and its threads on the first core; false where the system has no `taskset`. */
export function pinToOneCore(pid: number): boolean {
  try {
    execFileSync("taskset", ["-acp", "0", String(pid)], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Analyses through the application's own pool, one worker held to one core. */
export class PinnedAnalyses {
  private readonly pool = new AnalysisPool({ size: 1 });
  pinned = false;

  /** Starts the worker, holds it to its core, and lets it compile what it will run. */
  async warmUp(path: string, options: RunOptions = {}): Promise<void> {
    await this.run(path, options);
    this.pinned = this.pool.stats().pids.every(pinToOneCore);
    for (let i = 0; i < 2; i++) await this.run(path, options);
  }

  /** Decoding and measuring, without the start of the worker. */
  async run(path: string, { pictures = false, extractors }: RunOptions = {}): Promise<AnalysisRun> {
    const request = { path, fairnessKey: "bench", pictures, ...(extractors ? { extractors } : {}) };
    const { analysisSeconds, record } = await this.pool.analyze(request);
    return { seconds: analysisSeconds, audioSeconds: record.durationSeconds };
  }

  /** The quickest of so many runs: what others do on the machine only ever adds. */
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
