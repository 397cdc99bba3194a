import { spawnSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { ServerAccount } from "./account";
import type { PostgresBinaries } from "./binaries";
import { serverEnvironment } from "./cluster";
import { isServerOf } from "./postmaster-file";

export interface StoppableServer {
  pid: number;
  binaries: PostgresBinaries;
  account: ServerAccount;
  dataDirectory: string;
  exited: Promise<string>;
}

/** Fast (roll back and flush), then immediate (recover at the next start), then kill. None of them loses data. */
const STAGES: { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: "SIGINT", waitMs: 1200 },
  { signal: "SIGQUIT", waitMs: 500 },
  { signal: "SIGKILL", waitMs: 500 },
];

/** Stops the server within 3 s; resolves when its process is gone. */
export async function stopServer(server: StoppableServer): Promise<void> {
  for (const { signal, waitMs } of STAGES) {
    if (!isServerOf(server.pid, server.dataDirectory)) break;
    send(server, signal);
    const gone = await Promise.race([server.exited.then(() => true), delay(waitMs, false)]);
    if (gone) return;
  }
  await Promise.race([server.exited, delay(1000)]);
}

function send(server: StoppableServer, signal: NodeJS.Signals): void {
  if (process.platform === "win32") {
    const mode = signal === "SIGINT" ? "fast" : "immediate";
    spawnSync(server.binaries.pgCtl, ["stop", "-W", "-m", mode, "-D", server.dataDirectory], {
      env: serverEnvironment(),
      stdio: "ignore",
    });
    return;
  }
  try {
    process.kill(server.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
