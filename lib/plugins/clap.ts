import { ForkedWorker, WorkerEnded } from "@/runtime/forked-worker";
import { locateBundle } from "@/runtime/worker-bundle";
import type { ClapReport, ClapRequest } from "./clap-protocol";
import { CLAP_SECONDS_MAX } from "./constants";
import { type Plugin, PluginFailure, type PluginInput } from "./plugin";
import type { ClapResult } from "./schema";

export type ClapOptions = {
  modelDir: string;
  /** Path of the built `clap-process.ts`. By default the one beside the analysis worker. */
  processPath?: string;
  secondsMax?: number;
};

/**
 * Tags and an embedding by a CLAP model, in a child process that serves one request at a time. A process that takes
 * too long or dies is replaced at the next request.
 */
export class ClapPlugin implements Plugin<"clap"> {
  readonly name = "clap";
  readonly readsFile = true;
  private worker: Promise<ForkedWorker> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ClapOptions) {}

  async run({ record, path }: PluginInput, signal?: AbortSignal): Promise<ClapResult> {
    const report = await this.ask({ type: "analyze", path, durationSeconds: record.durationSeconds }, signal);
    if (report.type !== "analyzed") throw new PluginFailure("crashed", `unexpected answer ${report.type}`);
    return report.result;
  }

  /** One vector of length 1 for each text, to compare with those of sounds. @throws PluginFailure */
  async embedTexts(texts: readonly string[], signal?: AbortSignal): Promise<number[][]> {
    const report = await this.ask({ type: "embed", texts }, signal);
    if (report.type !== "embedded") throw new PluginFailure("crashed", `unexpected answer ${report.type}`);
    return report.embeddings;
  }

  close(): void {
    void this.worker?.then((worker) => worker.kill()).catch(() => undefined);
    this.worker = null;
  }

  private ask(request: ClapRequest, signal?: AbortSignal): Promise<ClapReport> {
    const answer = this.last.then(() => this.askNow(request, signal));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async askNow(request: ClapRequest, signal?: AbortSignal): Promise<ClapReport> {
    signal?.throwIfAborted();
    this.worker ??= this.start();
    const worker = await this.worker.catch((error: unknown) => {
      this.worker = null;
      throw error;
    });
    signal?.throwIfAborted();
    const seconds = this.options.secondsMax ?? CLAP_SECONDS_MAX;
    const limit = AbortSignal.timeout(seconds * 1000);
    const kill = () => worker.kill();
    for (const stop of [limit, signal]) stop?.addEventListener("abort", kill);
    try {
      return await worker.ask(request, heard);
    } catch (error) {
      if (!(error instanceof WorkerEnded)) throw error;
      this.worker = null;
      signal?.throwIfAborted();
      if (limit.aborted) throw new PluginFailure("timed_out", `CLAP took longer than ${seconds} s`);
      throw new PluginFailure("crashed", "the CLAP process ended while it worked on a file", { cause: error });
    } finally {
      for (const stop of [limit, signal]) stop?.removeEventListener("abort", kill);
    }
  }

  private async start(): Promise<ForkedWorker> {
    const bundle = this.options.processPath ?? (await locateBundle("clap-process"));
    return await ForkedWorker.start(bundle, { args: [this.options.modelDir] }).catch((cause: unknown) => {
      throw new PluginFailure("crashed", "the CLAP process did not start", { cause });
    });
  }
}

function heard(report: ClapReport): ClapReport {
  if (report.type === "failed") throw new PluginFailure(report.code, report.message);
  return report;
}
