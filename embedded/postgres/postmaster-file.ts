import { spawnSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processIdentity } from "@/runtime/process-identity.mjs";

/** What a server writes about itself into its data directory. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** "starting", "ready", "stopping" or "standby"; empty while the first lines are being written. */
  status: string;
}

const pathOf = (dataDirectory: string) => join(dataDirectory, "postmaster.pid");

/** The data directory's `postmaster.pid`, or null if there is none. */
export function readPostmasterFile(dataDirectory: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(pathOf(dataDirectory), "utf8").split("\n");
  } catch {
    return null;
  }
  const [pid, , , port] = lines;
  return { pid: Math.abs(Number(pid)), port: Number(port), status: lines[7]?.trim() ?? "" };
}

/**
 * Removes a `postmaster.pid` whose Postgres is gone. The server removes it only if no process has that pid: it takes
 * a zombie, or an unrelated process with the same pid, for another server.
 */
export function removeStalePostmasterFile(dataDirectory: string): void {
  const file = readPostmasterFile(dataDirectory);
  if (file && !isServerOf(file.pid, dataDirectory)) rmSync(pathOf(dataDirectory), { force: true });
}

/** Whether `pid` is alive and, as far as the system lets us see, the Postgres of this data directory. */
export function isServerOf(pid: number, dataDirectory: string): boolean {
  if (processIdentity(pid) === null) return false;
  if (process.platform !== "linux") return commandOf(pid).includes("postgres");
  try {
    // The server's working directory is its data directory. Only its own user and root may look.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDirectory);
  } catch {
    return commandOf(pid).includes("postgres");
  }
}

function commandOf(pid: number): string {
  const [command, ...words] =
    process.platform === "win32"
      ? ["tasklist", "/FI", `PID eq ${pid}`, "/NH"]
      : ["ps", "-o", "command=", "-p", String(pid)];
  return spawnSync(command ?? "", words, { encoding: "utf8" }).stdout ?? "";
}
