// Programs that the start runs and waits for. Their output is kept, and shown only if they fail.
import { spawn, spawnSync } from "node:child_process";

const KEPT_CHARACTERS = 200_000;
const SHOWN_LINES = 24;
// The fourth is the pipe of parent-pipe.mjs. Programs that do not know it ignore it.
const STDIO = ["ignore", "pipe", "pipe", "pipe"];
const isWindows = process.platform === "win32";

/** The beginning and the end of a long text, because one of the two says what went wrong. */
function excerpt(text) {
  const lines = text.trim().split("\n");
  if (lines.length <= 2 * SHOWN_LINES) return lines.join("\n");
  return [...lines.slice(0, SHOWN_LINES), "…", ...lines.slice(-SHOWN_LINES)].join("\n");
}

/** Sends `signal` to the process and everything in its group. */
export function killGroup(pid, signal) {
  if (isWindows) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has already ended.
  }
}

/**
 * Runs a program until it ends. Resolves with its standard output.
 * @param {{ cwd?: string, name?: string, env?: Record<string, string | undefined>, shell?: boolean, shutdown?: { add(f: () => unknown): void },
 *   onLine?: (line: string) => void }} options
 */
export function runToEnd(command, args, { cwd, env, shell = false, name = command, shutdown, onLine = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: STDIO, detached: !isWindows, windowsHide: true });
    shutdown?.add(() => child.exitCode === null && child.signalCode === null && killGroup(child.pid, "SIGKILL"));
    let everything = "";
    let standard = "";
    const collect = (chunk) => {
      everything = (everything + chunk).slice(-KEPT_CHARACTERS);
      const line = chunk.trim().split("\n").at(-1);
      if (line) onLine(line);
    };
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      standard += chunk;
      collect(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", collect);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve(standard);
      const error = new Error(`${name} ended with ${signal ?? `code ${code}`}`);
      error.output = excerpt(everything);
      reject(error);
    });
  });
}
