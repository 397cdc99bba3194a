import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@/embedded/ports";

const START_MS = 300_000;

/** The whole of SampleMind as a person starts it, on an empty data folder. */
export class RunningStack {
  private constructor(
    readonly address: string,
    private readonly directory: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<RunningStack> {
    const directory = mkdtempSync(join(tmpdir(), "samplemind-beats-"));
    // Postgres runs as another user.
    chmodSync(directory, 0o711);
    const port = String(await freePort());
    const child = spawn(process.execPath, [resolve("scripts/start.mjs")], {
      env: { ...process.env, PORT: port, DATA_DIR: directory, SEED_DEMO: "0" },
      stdio: ["ignore", process.stderr, "inherit"],
    });
    const stack = new RunningStack(`http://127.0.0.1:${port}`, directory, child);
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline && child.exitCode === null) {
      const isReady = await fetch(`${stack.address}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return stack;
      await delay(500);
    }
    await stack.stop();
    throw new Error("SampleMind did not start");
  }

  /** What the first person needs to register. */
  get setupCode(): string {
    const file = join(this.directory, "setup-code");
    return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, "close");
      this.child.kill("SIGTERM");
      await ended;
    }
    rmSync(this.directory, { recursive: true, force: true });
  }
}
