import { SLOWEST_REALTIME_FACTOR, type WorkerLimits } from "./limits";
import type { AnalysisProgress } from "./worker-protocol";

/** The time one file may take. It grows with what has been decoded, never with what a header claims. */
export class TimeLimit {
  private readonly startedAt: number;
  private heardAt: number;
  private progress: AnalysisProgress | null = null;

  /** @param now milliseconds the worker has had to work in, from a clock that never goes back */
  constructor(
    private readonly limits: Pick<WorkerLimits, "allowanceSeconds" | "stallSeconds">,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.startedAt = now();
    this.heardAt = this.startedAt;
  }

  heard(progress: AnalysisProgress): void {
    this.progress = progress;
    this.heardAt = this.now();
  }

  /** What limit was exceeded, for the log; null if none. */
  exceeded(): string | null {
    const decodedSeconds = this.progress?.decodedSeconds ?? 0;
    const allowedSeconds = this.limits.allowanceSeconds + decodedSeconds / SLOWEST_REALTIME_FACTOR;
    const elapsedSeconds = (this.now() - this.startedAt) / 1000;
    if (elapsedSeconds > allowedSeconds) {
      return `${elapsedSeconds.toFixed(1)} s for ${decodedSeconds.toFixed(1)} s of sound`;
    }
    // The last stage reports nothing until it is done.
    const patienceSeconds = this.progress?.phase === "finishing" ? allowedSeconds : this.limits.stallSeconds;
    const silentSeconds = (this.now() - this.heardAt) / 1000;
    return silentSeconds > patienceSeconds ? `silent for ${silentSeconds.toFixed(1)} s` : null;
  }
}
