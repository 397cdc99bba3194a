import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { ForkedWorker, WorkerEnded } from "@/runtime/forked-worker";
import type { WorkerLimits } from "./limits";
import { TimeLimit } from "./time-limit";
import { WorkClock } from "./work-clock";
import { residentBytes } from "./worker-memory";
import { processorMs } from "./worker-processor-time";
import type { AnalysisProgress, ResultOf, WorkerReport, WorkerRequest } from "./worker-protocol";

const START_SECONDS = 30;
const WATCH_INTERVAL_MS = 100;
const HEAP_MEGABYTES = 512;
/** A worker is replaced after this many files, or if it still holds this much memory after one. */
const FILES_A_WORKER = 200;
const KEPT_MEMORY_BYTES = 500 * 1024 ** 2;
/** Failures after which a decoder's memory may be corrupt. */
const CORRUPTING: ReadonlySet<AnalysisFailureCode> = new Set([
  "decoder_crashed",
  "internal",
  "out_of_memory",
  "damaged_file",
]);

/** The file took longer than a short one may, but not longer than any file may: it can begin again among the others. */
export class NotShort extends AnalysisFailure {
  constructor(seconds: number) {
    super("timed_out", `took longer than ${seconds} s`);
  }
}

export interface RunOptions {
  /** Time of the worker's own after which it is stopped with `NotShort`. */
  mostSeconds?: number | undefined;
  onProgress?: ((progress: AnalysisProgress) => void) | undefined;
}

/** One child process. It works on one file at a time, within limits of memory and time that it cannot evade. */
export class WorkerProcess {
  private files = 0;
  private fit = true;
  /** Of the file being worked on. */
  private time: TimeLimit | null = null;
  private killedFor: AnalysisFailure | null = null;

  private constructor(
    private readonly process: ForkedWorker,
    private readonly limits: WorkerLimits,
  ) {}

  /** @throws AnalysisFailure `internal` if the process does not come up */
  static async start(bundlePath: string, limits: WorkerLimits): Promise<WorkerProcess> {
    const execArgv = [`--max-old-space-size=${HEAP_MEGABYTES}`];
    try {
      const options = { execArgv, startSeconds: START_SECONDS, keepsStderr: true };
      return new WorkerProcess(await ForkedWorker.start(bundlePath, options), limits);
    } catch (cause) {
      const detail = (cause instanceof WorkerEnded && cause.stderrTail) || String(cause);
      throw new AnalysisFailure("internal", `worker did not start: ${detail}`, { cause });
    }
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  get isFit(): boolean {
    return this.fit && this.process.isAlive && this.files < FILES_A_WORKER;
  }

  kill(reason: AnalysisFailure | null = null): void {
    this.killedFor ??= reason;
    this.fit = false;
    this.process.kill();
  }

  /** @throws AnalysisFailure whatever goes wrong with the file or the process */
  async run<Request extends WorkerRequest>(
    request: Request,
    { mostSeconds, onProgress }: RunOptions = {},
  ): Promise<ResultOf<Request>> {
    this.files++;
    const clock = new WorkClock();
    const time = new TimeLimit(this.limits, () => clock.milliseconds);
    this.time = time;
    const watch = setInterval(() => void this.enforce(time, clock, mostSeconds), WATCH_INTERVAL_MS);
    try {
      const result = await this.answer(request, (progress) => {
        time.heard(progress);
        onProgress?.(progress);
      });
      const kept = this.pid ? await residentBytes(this.pid) : null;
      if (kept !== null && kept > KEPT_MEMORY_BYTES) this.fit = false;
      return result;
    } catch (error) {
      if (error instanceof AnalysisFailure && CORRUPTING.has(error.code)) this.fit = false;
      throw error;
    } finally {
      clearInterval(watch);
      this.time = null;
    }
  }

  private async answer<Request extends WorkerRequest>(
    request: Request,
    heard: (progress: AnalysisProgress) => void,
  ): Promise<ResultOf<Request>> {
    try {
      return await this.process.ask(request, (report: WorkerReport): ResultOf<Request> | undefined => {
        if (report.type === "progress") heard(report);
        if (report.type === "failed")
          throw new AnalysisFailure(report.code, report.detail ?? undefined, { found: report.found });
        return report.type === "done" ? (report.result as ResultOf<Request>) : undefined;
      });
    } catch (error) {
      throw error instanceof WorkerEnded ? this.failureOf(error) : error;
    }
  }

  private failureOf({ how, stderrTail }: WorkerEnded): AnalysisFailure {
    if (this.killedFor) return this.killedFor;
    const exhausted = /out of memory|allocation failed/i.test(stderrTail);
    const detail = `worker ended with ${how}: ${stderrTail.slice(-400)}`;
    return new AnalysisFailure(exhausted ? "out_of_memory" : "decoder_crashed", detail);
  }

  private async enforce(time: TimeLimit, clock: WorkClock, mostSeconds = Number.POSITIVE_INFINITY): Promise<void> {
    const { pid } = this;
    if (pid === undefined || !this.fit) return;
    const [bytes, busyMs] = await Promise.all([residentBytes(pid), processorMs(pid)]);
    if (this.time !== time) return;
    clock.tick(busyMs);
    const late = time.exceeded();
    if (late) this.kill(new AnalysisFailure("timed_out", late));
    if (clock.milliseconds > mostSeconds * 1000) this.kill(new NotShort(mostSeconds));
    if (bytes !== null && bytes > this.limits.memoryBytes) {
      this.kill(new AnalysisFailure("out_of_memory", `${Math.round(bytes / 1024 ** 2)} MB`));
    }
  }
}
