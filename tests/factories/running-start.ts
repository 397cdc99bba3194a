import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { processIdentity } from "@/runtime/process-identity.mjs";
import { markedProcesses } from "@/runtime/process-tree";

const root = fileURLToPath(new URL("../..", import.meta.url));
const READY = /is ready at (http:\/\/\S+)/;
const READY_TIMEOUT_MS = 90_000;

/** `npm start` as in a terminal, with a data directory for the test. */
export class RunningStart {
  readonly child: ChildProcess;
  output = "";

  constructor(
    readonly dataDirectory: string,
    env: Record<string, string> = {},
  ) {
    const given: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDirectory, ...env };
    // The start must not see variables of the test runner or the developer's shell.
    for (const name of Object.keys(given)) {
      if (/^(VITEST|npm_|NODE_ENV$|TEST$)/.test(name)) delete given[name];
    }
    this.child = spawn(process.execPath, [join(root, "scripts/start.mjs")], { cwd: root, env: given });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
  }

  /** Waits for the announcement. Returns the address. */
  async ready(): Promise<string> {
    return vi.waitFor(
      () => {
        if (this.child.exitCode !== null) throw new Error(`the start ended:\n${this.output}`);
        const address = READY.exec(this.output)?.[1];
        if (!address) throw new Error(`the start is not ready:\n${this.output}`);
        return address;
      },
      { timeout: READY_TIMEOUT_MS, interval: 50 },
    );
  }

  /** Waits until the output contains `text`. */
  async says(text: string | RegExp): Promise<void> {
    const found = () => (typeof text === "string" ? this.output.includes(text) : text.test(this.output));
    await vi.waitFor(
      () => {
        if (!found()) throw new Error(`"${text}" is not in:\n${this.output}`);
      },
      { timeout: READY_TIMEOUT_MS, interval: 50 },
    );
  }

  /** Sends a signal and waits for the end. Returns the exit code, or null after a kill. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const ended = once(this.child, "close");
    this.child.kill(signal);
    const [code] = await ended;
    return code;
  }

  /** The processes of this run, by their task. */
  processes(): { app: number; executor: number; database: number } {
    const record = JSON.parse(readFileSync(join(this.dataDirectory, "run.lock"), "utf8"));
    const pidOf = (name: string) =>
      record.children?.find((child: { name: string; pid: number }) => child.name === name)?.pid ?? 0;
    return { app: pidOf("the app"), executor: pidOf("the executor"), database: postmasterPid(this.dataDirectory) };
  }

  /** The mark that every process of this run carries. */
  runId(): string {
    return JSON.parse(readFileSync(join(this.dataDirectory, "run.lock"), "utf8")).runId;
  }
}

/** Live processes of a run, including the database of its directory. */
export function survivors(runId: string, databasePid: number): number[] {
  const database = processIdentity(databasePid) === null ? [] : [databasePid];
  return [...markedProcesses(runId), ...database];
}

function postmasterPid(dataDirectory: string): number {
  const own = join(dataDirectory, "postgres/data/postmaster.pid");
  if (existsSync(own)) return Number(readFileSync(own, "utf8").split("\n")[0]);
  return 0;
}
