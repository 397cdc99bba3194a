import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@/embedded/ports";

const START_MS = 60_000;

/** The pages of the application in a process of their own, on the database and with the secrets of this one. */
export class RunningApp {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<RunningApp> {
    if (!existsSync(resolve(".next/BUILD_ID"))) throw new Error("the pages are not built: run npm run build first");
    const port = String(await freePort());
    const next = resolve("node_modules/next/dist/bin/next");
    const child = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", port], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
    const address = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`the application ended with ${child.exitCode}`);
      const answer = await fetch(`${address}/sign-in`).catch(() => null);
      await answer?.body?.cancel();
      if (answer) return new RunningApp(address, child);
      await delay(200);
    }
    child.kill("SIGKILL");
    throw new Error("the application did not start");
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, "close");
    this.child.kill("SIGKILL");
    await ended;
  }
}
