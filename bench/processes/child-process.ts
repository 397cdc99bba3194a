import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

const HEAP_MEGABYTES = 4096;

/** A bundled entry in its own process. It answers one message at a time and is restarted if it dies. */
export class BenchChild<Request extends object, Reply> {
  private child: ChildProcess | null = null;

  constructor(
    private readonly entry: string,
    private readonly timeoutMs: number,
    /** Variables that it has beside those of this process. */
    private readonly variables: Record<string, string> = {},
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the process and returns its first message. Throws if it does not start. */
  async start(): Promise<Reply> {
    const execArgv = [`--max-old-space-size=${HEAP_MEGABYTES}`];
    this.child = fork("scripts/run.mjs", [this.entry], {
      execArgv,
      serialization: "advanced",
      env: { ...process.env, ...this.variables },
    });
    return this.reply(this.child);
  }

  /** Throws if the process dies or takes longer than its limit. */
  async ask(request: Request): Promise<Reply> {
    if (!this.child) await this.start();
    const child = this.child as ChildProcess;
    const reply = this.reply(child);
    child.send(request, () => undefined);
    return await reply;
  }

  close(): void {
    this.child?.kill("SIGKILL");
    this.child = null;
  }

  private async reply(child: ChildProcess): Promise<Reply> {
    const stop = new AbortController();
    const { signal } = stop;
    const timer = setTimeout(() => stop.abort(), this.timeoutMs);
    try {
      const died = once(child, "exit", { signal }).then(([code]) => Promise.reject(new Error(`ended with ${code}`)));
      const [message] = await Promise.race([once(child, "message", { signal }), died]);
      return message as Reply;
    } catch (error) {
      this.close();
      throw new Error(`${this.entry} gave no answer: ${String(error)}`, { cause: error });
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
  }
}
