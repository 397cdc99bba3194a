import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { locateBundle } from "@/runtime/worker-bundle";
import type { ClapReport, ClapRequest } from "./clap-protocol";
import { CLAP_SECONDS_MAX } from "./constants";
import { type Plugin, PluginFailure, type PluginInput } from "./plugin";
import type { ClapResult } from "./schema";

export type ClapOptions = {
  modelDir: string;
  /** Of the built `clap-process.ts`; found beside the analysis worker when unset. */
  processPath?: string;
  secondsMax?: number;
};

/**
 * Tags and an embedding by a CLAP model, in a child process that one request at a time is put to. A process that
 * takes too long or dies is replaced at the next request.
 */
export class ClapPlugin implements Plugin<"clap"> {
  readonly name = "clap";
  readonly readsFile = true;
  private child: Promise<ChildProcess> | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ClapOptions) {}

  async run({ record, path }: PluginInput, signal?: AbortSignal): Promise<ClapResult> {
    const report = await this.ask({ type: "analyze", path, durationSeconds: record.durationSeconds }, signal);
    if (report.type !== "analyzed") throw new PluginFailure("crashed", `unexpected answer ${report.type}`);
    return report.result;
  }

  /** One vector of length 1 a text, to be compared with the sounds' own. @throws PluginFailure */
  async embedTexts(texts: readonly string[], signal?: AbortSignal): Promise<number[][]> {
    const report = await this.ask({ type: "embed", texts }, signal);
    if (report.type !== "embedded") throw new PluginFailure("crashed", `unexpected answer ${report.type}`);
    return report.embeddings;
  }

  close(): void {
    void this.child?.then((child) => child.kill("SIGKILL")).catch(() => undefined);
    this.child = null;
  }

  private ask(request: ClapRequest, signal?: AbortSignal): Promise<ClapReport> {
    const answer = this.last.then(() => this.askNow(request, signal));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async askNow(request: ClapRequest, signal?: AbortSignal): Promise<ClapReport> {
    signal?.throwIfAborted();
    this.child ??= this.start();
    const child = await this.child.catch((error: unknown) => {
      this.child = null;
      throw error;
    });
    const seconds = this.options.secondsMax ?? CLAP_SECONDS_MAX;
    const limit = AbortSignal.timeout(seconds * 1000);
    const settled = new AbortController();
    const stopped = AbortSignal.any([limit, settled.signal, ...(signal ? [signal] : [])]);
    child.ref();
    child.channel?.ref();
    try {
      const answered = once(child, "message", { signal: stopped });
      const died = once(child, "exit", { signal: stopped }).then(() => null);
      child.send(request, () => undefined);
      const message = await Promise.race([answered, died]);
      if (!message) throw new PluginFailure("crashed", "the CLAP process ended while it worked on a file");
      return heard(message[0] as ClapReport);
    } catch (error) {
      if (error instanceof PluginFailure && error.code !== "crashed") throw error;
      this.close();
      if (limit.aborted) throw new PluginFailure("timed_out", `CLAP took longer than ${seconds} s`);
      throw error;
    } finally {
      // Takes the listeners of this request off the process.
      settled.abort();
      child.unref();
      child.channel?.unref();
    }
  }

  private async start(): Promise<ChildProcess> {
    const bundle = this.options.processPath ?? (await locateBundle("clap-process"));
    const { NODE_ENV, SAMPLEMIND_RUN } = process.env;
    const kept = Object.entries({ NODE_ENV, SAMPLEMIND_RUN }).filter(([, value]) => value !== undefined);
    const child = fork(bundle, [this.options.modelDir], {
      // None of the application's secrets, and none of its Node options.
      env: Object.fromEntries(kept) as NodeJS.ProcessEnv,
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const [first] = await Promise.race([once(child, "message"), once(child, "exit")]);
    if ((first as ClapReport | null)?.type !== "ready") throw new PluginFailure("crashed", "the CLAP process ended");
    return child;
  }
}

function heard(report: ClapReport): ClapReport {
  if (report.type === "failed") throw new PluginFailure(report.code, report.message);
  return report;
}
