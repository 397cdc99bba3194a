import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { AnalysisFailure } from "@/lib/analysis/record/failures";
import type { WorkerLimits } from "@/lib/analysis/record/limits";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import { TimeLimit } from "./time-limit";
import { WorkClock } from "./work-clock";
import { residentBytes } from "./worker-memory";
import { processorMs } from "./worker-processor-time";
import type { AnalysisProgress, AnalysisResult, AnalyzeRequest, WorkerReport } from "./worker-protocol";

const START_SECONDS = 30;
const WATCH_INTERVAL_MS = 100;
const HEAP_MEGABYTES = 512;
/** A worker is replaced after this many files, or when it has kept this much memory. */
const FILES_A_WORKER = 200;
const KEPT_MEMORY_BYTES = 500 * 1024 ** 2;
const STDERR_TAIL = 4096;
/** Failures after which a decoder's memory may be in disorder. */
const DISORDERLY: ReadonlySet<AnalysisFailureCode> = new Set([
  "decoder_crashed",
  "internal",
  "out_of_memory",
  "damaged_file",
]);

/** One child process: does one file at a time, within limits of memory and time that it cannot evade. */
export class WorkerProcess {
  private files = 0;
  private fit = true;
  /** Of the file being worked on. */
  private time: TimeLimit | null = null;
  private stderrTail = "";
  private killedFor: AnalysisFailure | null = null;

  private constructor(
    private readonly child: ChildProcess,
    private readonly limits: WorkerLimits,
  ) {
    child.stderr?.on("data", (chunk: Buffer) => {
      this.stderrTail = (this.stderrTail + chunk.toString("utf8")).slice(-STDERR_TAIL);
    });
    child.on("exit", () => {
      this.fit = false;
    });
    // A send to a process that has just died; its exit says the same.
    child.on("error", () => {
      this.fit = false;
    });
    leaveEventLoop(child);
  }

  /** @throws AnalysisFailure `internal` where the process does not come up */
  static async start(bundlePath: string, limits: WorkerLimits): Promise<WorkerProcess> {
    const child = fork(bundlePath, [], {
      // None of the application's secrets, and none of its Node options.
      env: workerEnvironment(),
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const worker = new WorkerProcess(child, limits);
    const gaveUp = setTimeout(() => child.kill("SIGKILL"), START_SECONDS * 1000);
    try {
      await Promise.race([once(child, "message"), once(child, "exit").then(() => Promise.reject(new Error("exited")))]);
      return worker;
    } catch (cause) {
      child.kill("SIGKILL");
      throw new AnalysisFailure("internal", `worker did not start: ${worker.stderrTail || String(cause)}`, { cause });
    } finally {
      clearTimeout(gaveUp);
    }
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isFit(): boolean {
    return this.fit && this.files < FILES_A_WORKER;
  }

  kill(reason: AnalysisFailure | null = null): void {
    this.killedFor ??= reason;
    this.fit = false;
    this.child.kill("SIGKILL");
  }

  /** @throws AnalysisFailure whatever happens to the file or to the process */
  async run(request: AnalyzeRequest, onProgress?: (progress: AnalysisProgress) => void): Promise<AnalysisResult> {
    this.files++;
    const clock = new WorkClock();
    const time = new TimeLimit(this.limits, () => clock.milliseconds);
    this.time = time;
    const watch = setInterval(() => void this.enforce(time, clock), WATCH_INTERVAL_MS);
    try {
      const result = await this.answer(request, (progress) => {
        time.heard(progress);
        onProgress?.(progress);
      });
      const kept = this.pid ? await residentBytes(this.pid) : null;
      if (kept !== null && kept > KEPT_MEMORY_BYTES) this.fit = false;
      return result;
    } catch (error) {
      if (error instanceof AnalysisFailure && DISORDERLY.has(error.code)) this.fit = false;
      throw error;
    } finally {
      clearInterval(watch);
      this.time = null;
    }
  }

  private answer(request: AnalyzeRequest, heard: (progress: AnalysisProgress) => void): Promise<AnalysisResult> {
    const { child } = this;
    return new Promise<AnalysisResult>((resolve, reject) => {
      const onMessage = (report: WorkerReport) => {
        if (report.type === "progress") heard(report);
        if (report.type === "failed")
          settle(() => reject(new AnalysisFailure(report.code, report.detail ?? undefined)));
        if (report.type === "done") {
          const { record, pictures, analysisSeconds } = report;
          settle(() => resolve({ record, pictures, analysisSeconds }));
        }
      };
      // "close" comes after the last of stderr, which tells an exhausted heap from a crash.
      const onClose = (code: number | null, signal: string | null) => settle(() => reject(this.deathOf(code, signal)));
      const settle = (finish: () => void) => {
        child.off("message", onMessage);
        child.off("close", onClose);
        leaveEventLoop(child);
        finish();
      };
      if (child.exitCode !== null || child.signalCode !== null) {
        reject(this.deathOf(child.exitCode, child.signalCode));
        return;
      }
      child.on("message", onMessage);
      child.on("close", onClose);
      leaveEventLoop(child);
      child.send(request, () => undefined);
    });
  }

  private deathOf(code: number | null, signal: string | null): AnalysisFailure {
    if (this.killedFor) return this.killedFor;
    const exhausted = /out of memory|allocation failed/i.test(this.stderrTail);
    const detail = `worker ended with ${signal ?? code}: ${this.stderrTail.slice(-400)}`;
    return new AnalysisFailure(exhausted ? "out_of_memory" : "decoder_crashed", detail);
  }

  private async enforce(time: TimeLimit, clock: WorkClock): Promise<void> {
    const { pid } = this.child;
    if (pid === undefined || !this.fit) return;
    const [bytes, busyMs] = await Promise.all([residentBytes(pid), processorMs(pid)]);
    if (this.time !== time) return;
    clock.tick(busyMs);
    const late = time.exceeded();
    if (late) this.kill(new AnalysisFailure("timed_out", late));
    if (bytes !== null && bytes > this.limits.memoryBytes) {
      this.kill(new AnalysisFailure("out_of_memory", `${Math.round(bytes / 1024 ** 2)} MB`));
    }
  }
}

/** An idle worker must not keep a script alive; while a file is worked on, the watch's timer does. */
function leaveEventLoop(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  const stderr = child.stderr as { unref?: () => void } | null;
  stderr?.unref?.();
}

function workerEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, SystemRoot, SAMPLEMIND_RUN } = process.env;
  // The last is the mark by which the next start finds a worker that outlived a killed application.
  const kept = { NODE_ENV, SystemRoot, SAMPLEMIND_RUN };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv;
}
