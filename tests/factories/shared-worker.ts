import { AsyncLocalStorage } from "node:async_hooks";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, vi } from "vitest";

/*
 * Runs before each file of integration tests. One process runs many files, so that packages are loaded once. Our own
 * modules are evaluated again for each file: they read their variables on import, and some keep a connection. So a file
 * finds the process as the first one did.
 */

const WORKER = Symbol.for("samplemind.tests.worker");
const holder = globalThis as unknown as { [WORKER]?: { variables: NodeJS.ProcessEnv } };
holder[WORKER] ??= { variables: { ...process.env } };

// Next.js looks for it when one of its modules is loaded first, which may be long before anything needs it.
Object.assign(globalThis, { AsyncLocalStorage });
vi.unstubAllEnvs();
vi.useRealTimers();
restoreVariables(holder[WORKER].variables);
forgetOwnGlobals();
vi.resetModules();

function restoreVariables(variables: NodeJS.ProcessEnv): void {
  const isRunners = (name: string) => name.startsWith("VITEST");
  for (const name of Object.keys(process.env)) if (!isRunners(name) && !(name in variables)) delete process.env[name];
  for (const [name, value] of Object.entries(variables)) if (!isRunners(name)) process.env[name] = value;
}

/** What our modules share with their copies: pools, caches, the logger. Whoever made them has closed them. */
function forgetOwnGlobals(): void {
  for (const key of Reflect.ownKeys(globalThis)) {
    const name = typeof key === "symbol" ? (key.description ?? "") : key;
    if (name.startsWith("samplemind") && key !== WORKER) Reflect.deleteProperty(globalThis, key);
  }
}

/** A killed process is there for a moment longer, and on a busy machine an application takes long to stop. */
const ENDING_MS = 30_000;

// Hooks run in reverse, so this one comes after those of the file.
afterAll(async () => {
  const left = () => [
    ...processesLeft(),
    ...process.getActiveResourcesInfo().filter((kind) => kind === "TCPServerWrap"),
  ];
  const deadline = Date.now() + ENDING_MS;
  while (left().length > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
  const found = left();
  for (const child of processesLeft()) end(Number.parseInt(child, 10));
  if (found.length > 0) throw new Error(`the file leaves to the next one: ${found.join(", ")}`);
}, 2 * ENDING_MS);

/** The bundler keeps a process of its own, and the CLAP plug-in one with its model. Both end with this process. */
const STAYING = /\besbuild\b|clap-process/;

/**
 * Child processes of this one that should have ended, as number and command, where Linux tells them. One that is being
 * ended has no command line any more.
 */
function processesLeft(): string[] {
  const numbers = list(() => readdirSync("/proc/self/task")).flatMap((thread) =>
    list(() => readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean)),
  );
  return numbers.flatMap((pid) =>
    list(() => {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return command === "" || STAYING.test(command) ? [] : [`${pid} ${command.trim()}`];
    }),
  );
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Threads and processes may end while they are asked after. */
function list(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}
