// The only way out: stops whatever was started in reverse order, once, and within a time limit.
import { readFileSync } from "node:fs";
import { seconds } from "./stages.mjs";

const LIMIT_MS = 4700;
const PARENT_POLL_MS = 500;
const SIGHUP = 1;

/** `nohup` makes its program ignore hang-ups. A handler of ours would undo that. */
function hangupsAreIgnored() {
  try {
    const mask = /^SigIgn:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return mask !== undefined && ((BigInt(`0x${mask}`) >> BigInt(SIGHUP - 1)) & 1n) === 1n;
  } catch {
    return false;
  }
}

/** @param {(line: string) => void} say */
export function createShutdown(say) {
  const handlers = [];
  let running = null;

  async function runHandlers() {
    while (handlers.length > 0) {
      try {
        await handlers.pop()();
      } catch (error) {
        say(`! ${error.message}`);
      }
    }
  }

  /** Stops everything and ends the process. Only the first call counts. */
  function stop(exitCode, { quiet = false } = {}) {
    running ??= (async () => {
      const startedMs = Date.now();
      setTimeout(() => process.exit(exitCode || 1), LIMIT_MS).unref();
      await runHandlers();
      if (!quiet) say(`✓ stopped${" ".repeat(38)} ${seconds(Date.now() - startedMs)}`);
      process.exit(exitCode);
    })();
    return running;
  }

  /** Registers something to undo at the end. If the end has begun, it is undone at once. */
  function add(handler) {
    if (running) void Promise.resolve(handler()).catch(() => {});
    else handlers.push(handler);
  }

  process.on("SIGINT", () => stop(0));
  process.on("SIGTERM", () => stop(0));
  if (!hangupsAreIgnored()) process.on("SIGHUP", () => stop(0));
  // npm starts us through a shell, which may die from a signal without passing it on.
  if (process.env.npm_lifecycle_event && process.platform !== "win32") {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(0), PARENT_POLL_MS).unref();
  }

  return { stop, add, isStopping: () => running !== null };
}
