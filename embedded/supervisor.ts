import { setTimeout as delay } from "node:timers/promises";

/** A service that is up. */
export interface RunningService {
  /** Resolves with how it ended. */
  exited: Promise<string>;
}

export interface Supervision {
  /** Its name in messages: "the executor". */
  name: string;
  /** Starts the service. Resolves when it answers. */
  launch(): Promise<RunningService>;
  /** Prints one line for the person at the terminal. */
  say(line: string): void;
  isStopping(): boolean;
}

const BACKOFF_MS = [100, 500, 1000, 2000, 5000, 10_000, 30_000];
/** A service that ran this long is restarted without a long pause. */
const STEADY_MS = 30_000;

/** Starts the service again whenever it ends by itself, with growing pauses if it does not stay up. */
export async function superviseService(supervision: Supervision, first: RunningService): Promise<void> {
  let current = first;
  let failures = 0;
  for (;;) {
    const upSinceMs = Date.now();
    const how = await current.exited;
    if (supervision.isStopping()) return;
    failures = Date.now() - upSinceMs > STEADY_MS ? 0 : failures + 1;
    supervision.say(`! ${supervision.name} stopped (${how}); restarting it`);
    const next = await relaunch(supervision, failures);
    if (!next) return;
    current = next;
  }
}

async function relaunch(supervision: Supervision, failures: number): Promise<RunningService | null> {
  const startedMs = Date.now();
  for (let attempt = Math.max(0, failures - 1); ; attempt++) {
    await delay(BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)]);
    if (supervision.isStopping()) return null;
    try {
      const service = await supervision.launch();
      supervision.say(`✓ ${supervision.name} is back after ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
      return service;
    } catch (error) {
      if (supervision.isStopping()) return null;
      supervision.say(`! ${supervision.name} did not start: ${firstLine(error)}`);
    }
  }
}

function firstLine(error: unknown): string {
  return String((error as Error).message ?? error).split("\n")[0] ?? "";
}
