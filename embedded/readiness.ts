import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import type { RunningChild } from "@/runtime/process-tree";
import { lastLines, logSince } from "./child-log";

const POLL_MS = 50;
const ANSWER_TIMEOUT_MS = 5000;
/** Each service is down for a moment while all of them start. */
const UNUSUAL_MS = 5000;

const appHealth = z.looseObject({ status: z.string() });
const executorHealth = z.looseObject({ registered: z.boolean().optional() });

/** A child that ended or did not answer in time. The message ends with the last lines of its log. */
export class NotReadyError extends Error {
  override readonly name = "NotReadyError";

  /** True if another program took the port after we had found it free. */
  get portWasTaken(): boolean {
    return this.message.includes("EADDRINUSE");
  }
}

export interface WaitOptions {
  child: RunningChild;
  logFile: string;
  /** What the child logs once it listens. Until then another program may be answering on its port. */
  listening: RegExp;
  limitSeconds: number;
  /** Called with what is missing once that takes unusually long, and each time it changes. */
  onMissing?: (missing: string) => void;
}

interface Reading {
  done: boolean;
  /** What is still missing, for the message when time is up. */
  missing: string;
}

/** Waits until the app's own health check says that all services answer. */
export function waitForApp(origin: string, options: WaitOptions): Promise<void> {
  return waitUntil(options, async () => {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    const health = appHealth.safeParse(await answer.json().catch(() => null));
    if (answer.ok && health.data?.status === "ok") return { done: true, missing: "" };
    const away = Object.entries(health.data ?? {}).filter(([, state]) => state === "away");
    return { done: false, missing: away.map(([name]) => downText(name)).join(", ") || `HTTP ${answer.status}` };
  });
}

/** Where the operator has set the address of a service that the health check names. */
const ADDRESS_VARIABLES: Readonly<Record<string, string>> = { storage: "S3_ENDPOINT", executor: "INNGEST_BASE_URL" };

/** "storage is down (S3_ENDPOINT is http://localhost:8333)". The address of the database contains a password. */
function downText(service: string): string {
  const variable = ADDRESS_VARIABLES[service];
  const address = variable && process.env[variable];
  return `${service} is down${address ? ` (${variable} is ${address})` : ""}`;
}

/** Waits until the executor answers. */
export function waitForExecutor(url: string, options: WaitOptions): Promise<void> {
  return waitUntil(options, async () => {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    return { done: answer.ok, missing: `HTTP ${answer.status}` };
  });
}

/** Waits until the executor knows which functions the app serves. */
export function waitForRegistration(url: string, options: WaitOptions): Promise<void> {
  return waitUntil(options, async () => {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    const health = executorHealth.safeParse(await answer.json().catch(() => null));
    return { done: health.data?.registered === true, missing: "the app's functions are not registered" };
  });
}

async function waitUntil(options: WaitOptions, ask: () => Promise<Reading>): Promise<void> {
  const { child, logFile, limitSeconds } = options;
  const deadline = Date.now() + limitSeconds * 1000;
  const unusual = Date.now() + UNUSUAL_MS;
  let missing = "no answer";
  let said = missing;
  while (Date.now() < deadline) {
    if (child.hasExited()) throw notReady(`${child.name} ended (${await child.exited})`, logFile);
    if (options.listening.test(logSince(logFile, child.logStartBytes))) {
      const reading = await ask().catch(() => ({ done: false, missing }));
      if (reading.done) return;
      missing = reading.missing;
      if (missing !== said && Date.now() > unusual) {
        options.onMissing?.(missing);
        said = missing;
      }
    }
    await delay(POLL_MS);
  }
  throw notReady(`${child.name} is not ready after ${limitSeconds} s: ${missing}`, logFile);
}

function notReady(message: string, logFile: string): NotReadyError {
  const lines = lastLines(logFile);
  return new NotReadyError(lines ? `${message}\n\nThe end of ${logFile}:\n${lines}` : message);
}
