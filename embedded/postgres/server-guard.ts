import { spawn } from "node:child_process";
import type { ServerAccount } from "./account";
import type { PostgresBinaries } from "./binaries";
import { serverEnvironment } from "./cluster";

/**
 * Postgres outlives an owner that is killed. The guard is a shell that reads a pipe from us: when the pipe
 * closes because we are gone, it stops the server of this data directory.
 * @returns a function that dismisses the guard.
 */
export function startGuard(binaries: PostgresBinaries, account: ServerAccount, dataDirectory: string): () => void {
  if (process.platform === "win32") return () => {};
  const script = 'while read -r _; do :; done; exec "$0" stop -s -m fast -D "$1"';
  const guard = spawn("/bin/sh", ["-c", script, binaries.pgCtl, dataDirectory], {
    ...account,
    cwd: binaries.root,
    detached: true,
    env: serverEnvironment(),
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => {});
  guard.stdin.on("error", () => {});
  guard.unref();
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
  return () => {
    guard.kill("SIGKILL");
  };
}
