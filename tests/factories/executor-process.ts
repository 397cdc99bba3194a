import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A program of its own that prints its address when it is ready, and can be killed and started again. */
export class Service {
  #process: ChildProcess | undefined;
  readonly #command: string[];
  readonly #env: Record<string, string>;

  /** @param command what Node is to run, with its arguments */
  constructor(command: string[], env: Record<string, string> = {}) {
    this.#command = command;
    this.#env = env;
    onTestFinished(async () => void (await this.kill()));
  }

  /** Resolves with the line that says it is ready. @throws when it ends instead, with what it said */
  async start(): Promise<string> {
    const child = spawn(process.execPath, this.#command, {
      stdio: ["ignore", "pipe", "pipe"],
      // Keys of whoever runs the tests are not for the program under test.
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

  /** Resolves when the process is gone, with its exit status; null when the signal ended it. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<number | null> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, "exit");
    }
    return child?.exitCode ?? null;
  }
}
