import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A separate program that prints its address when it is ready, and can be killed and started again. */
export class Service {
  #process: ChildProcess | undefined;
  readonly #command: string[];
  readonly #env: Record<string, string>;

  /** @param command arguments of Node: the program and its own arguments */
  constructor(command: string[], env: Record<string, string> = {}) {
    this.#command = command;
    this.#env = env;
    onTestFinished(async () => void (await this.kill()));
  }

  /**
   * Resolves with the line that says it is ready.
   * @throws if it ends instead, with its output
   */
  async start(): Promise<string> {
    const child = spawn(process.execPath, this.#command, {
      stdio: ["ignore", "pipe", "pipe"],
      // The program under test must not get the developer's keys.
      env: { ...process.env, LOG_LEVEL: "silent", INNGEST_SIGNING_KEY: "", INNGEST_EVENT_KEY: "", ...this.#env },
    });
    this.#process = child;
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ready = once(createInterface(child.stdout), "line").then(([line]) => String(line));
    const ended = once(child, "close").then(([status]) => {
      throw new Error(`ended with ${status}: ${said}`);
    });
    ended.catch(() => undefined);
    return Promise.race([ready, ended]);
  }

  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** Resolves with the exit status when the process has ended, or with null if a signal ended it. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, "exit");
    }
    return child?.exitCode ?? null;
  }
}
