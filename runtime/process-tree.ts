import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, fstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { parentPipe } from "./parent-pipe.mjs";
import { isSameProcess, processIdentity } from "./process-identity.mjs";

/** Marks every process of one start, including grandchildren, so that the next start finds any that are left. */
const RUN_VARIABLE = "SAMPLEMIND_RUN";
const isWindows = process.platform === "win32";

/** One process of a start, recorded so that no other process can be mistaken for it. */
export interface ProcessRecord {
  name: string;
  pid: number;
  identity: string | null;
}

export interface ChildOptions {
  name: string;
  args: string[];
  /** The checkout, which is also the child's working directory. */
  root: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  runId: string;
}

export interface RunningChild extends ProcessRecord {
  /** Where this child's part of its log begins. */
  logStartBytes: number;
  /** Resolves with how it ended. */
  exited: Promise<string>;
  hasExited(): boolean;
  /** Asks the whole group to stop, and kills it after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** Starts a Node program as the leader of its own group, with its output in a file. It ends when we end. */
export function startChild(options: ChildOptions): RunningChild {
  const log = openSync(options.logFile, "a");
  const logStartBytes = fstatSync(log).size;
  const pipe = parentPipe(options.root);
  const child = spawn(process.execPath, [...pipe.args, ...options.args], {
    cwd: options.root,
    env: { ...options.env, ...pipe.env, [RUN_VARIABLE]: options.runId },
    detached: !isWindows,
    stdio: ["ignore", log, log, pipe.stdio],
    windowsHide: true,
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  const exited = exitOf(child);
  let ended = false;
  void exited.then(() => {
    ended = true;
    // What the dead leader has started must not continue without it.
    signalGroup(pid, "SIGKILL");
  });
  return {
    name: options.name,
    pid,
    identity: processIdentity(pid),
    logStartBytes,
    exited,
    hasExited: () => ended,
    async stop(graceMs) {
      if (!ended) {
        signalGroup(pid, "SIGTERM");
        await Promise.race([exited, delay(graceMs)]);
      }
      signalGroup(pid, "SIGKILL");
      await Promise.race([exited, delay(1000)]);
    },
  };
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid <= 0) return;
  if (isWindows) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}

/**
 * Ends what an earlier start left behind: the recorded processes that are still the same ones, and on Linux every
 * process with that start's mark. Returns how many there were.
 */
export async function endLeftovers(records: readonly ProcessRecord[], runId: string): Promise<number> {
  const alive = records.filter(({ pid, identity }) => isSameProcess(pid, identity));
  for (const { pid } of alive) signalGroup(pid, "SIGTERM");
  const marked = markedProcesses(runId).filter((pid) => !alive.some((record) => record.pid === pid));
  for (const pid of marked) signalOne(pid, "SIGTERM");
  const deadline = Date.now() + 1000;
  const left = () =>
    alive.some(({ pid, identity }) => isSameProcess(pid, identity)) || markedProcesses(runId).length > 0;
  while (left() && Date.now() < deadline) await delay(25);
  for (const { pid, identity } of alive) if (isSameProcess(pid, identity)) signalGroup(pid, "SIGKILL");
  for (const pid of markedProcesses(runId)) signalOne(pid, "SIGKILL");
  return alive.length + marked.length;
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** Live processes with that start's mark in their environment. Empty if environments cannot be read. */
export function markedProcesses(runId: string): number[] {
  if (process.platform !== "linux") return [];
  const mark = `${RUN_VARIABLE}=${runId}`;
  const pids = readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(mark) && processIdentity(pid) !== null;
    } catch {
      return false;
    }
  });
}
