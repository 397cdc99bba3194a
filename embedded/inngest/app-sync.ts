import { z } from "zod";
import { Alarm } from "./alarm";
import { callApp } from "./call-app";
import type { Core } from "./core";
import { withRetry } from "./database";
import { describeIssues, type Registration, registrationSchema } from "./function-config";
import { reason } from "./log";
import { signRequest, verifyResponse } from "./signature";

const maxAnswerBytes = 4 * 1024 * 1024;
const answerTimeoutMs = 60_000;
const signedRepeatMs = 30_000;
// In development, functions change often.
const devRepeatMs = 5000;
const unreachedMs = 250;

/** The address where an app serves its functions. A bare origin means `/api/inngest` on it. */
export function serveUrl(appUrl: string): URL {
  const url = new URL(appUrl);
  if (url.pathname === "/") url.pathname = "/api/inngest";
  return url;
}

/**
 * A registration whose functions are called at `appUrl`, whatever address the app reports for itself.
 * The SDK takes that from the `Host` header of the request to register, so it cannot be trusted.
 */
export function pinTo(appUrl: URL, registration: Registration): Registration {
  for (const { id, steps } of registration.functions) {
    const url = new URL(appUrl);
    url.searchParams.set("fnId", id);
    url.searchParams.set("stepId", "step");
    steps.step.runtime.url = url.href;
  }
  return { ...registration, url: appUrl.href };
}

/** Keeps asking the app for its functions: often until it answers, then occasionally and after each outage. */
export class AppSync {
  readonly #core: Core;
  readonly #url: URL;
  readonly #alarm: Alarm;
  #lastProblem = "";
  #hasSynced = false;

  constructor(core: Core, url: URL) {
    this.#core = core;
    this.#url = url;
    this.#alarm = new Alarm(core.stopping);
  }

  /** Whether the app has reported its functions since this executor started. */
  get hasSynced(): boolean {
    return this.#hasSynced;
  }

  /** Asks again soon: the app was down, and may come back with different functions. */
  nudge(): void {
    this.#alarm.ring();
  }

  async run(): Promise<void> {
    const { stopping, log, keys, backoffScale } = this.#core;
    const repeatMs = Math.max(unreachedMs, (keys ? signedRepeatMs : devRepeatMs) * backoffScale);
    while (!stopping.aborted) {
      const problem = await this.#sync().catch(reason);
      if (problem && problem !== this.#lastProblem) log.warn({ problem }, "the app is not registered yet");
      this.#lastProblem = problem;
      if (!problem) this.#noteSynced();
      const nudged = await this.#alarm.pause(problem ? unreachedMs : repeatMs);
      // A nudge comes when a call has failed, and the app needs a moment to come back.
      if (nudged) await this.#alarm.pause(unreachedMs);
    }
  }

  #noteSynced(): void {
    if (this.#hasSynced) return;
    this.#hasSynced = true;
    this.#core.wake();
  }

  /** Empty if the app answered with its functions, otherwise the problem. */
  async #sync(): Promise<string> {
    const { keys, stopping, registry, log } = this.#core;
    const body = { url: this.#url.href };
    const headers: Record<string, string> = { "content-type": "application/json", "x-inngest-sync-kind": "in_band" };
    if (keys) headers["x-inngest-signature"] = signRequest(keys.signingKey, body, Date.now());
    else headers["x-inngest-server-kind"] = "dev";
    const reply = await callApp({
      method: "PUT",
      url: this.#url.href,
      headers,
      body: JSON.stringify(body),
      maxAnswerBytes,
      timeoutMs: answerTimeoutMs,
      signal: stopping,
    });
    if (reply.kind !== "answered") return reply.message;
    if (reply.status !== 200) return `HTTP ${reply.status}: ${reply.text.slice(0, 300)}`;
    if (keys && !verifyResponse(keys.signingKey, reply.headers["x-inngest-signature"], reply.text, Date.now())) {
      return "the app's answer is not signed with our signing key";
    }
    // An app that does not put its functions in the answer has posted them to /fn/register.
    if (reply.headers["x-inngest-sync-kind"] !== "in_band") return "";
    const parsed = readInBand(reply.text);
    if (typeof parsed === "string") return parsed;
    const changed = await withRetry(() => registry.register(pinTo(this.#url, parsed)), { signal: stopping });
    if (changed) log.info({ app: parsed.appName, functions: parsed.functions.length }, "the app is registered");
    return "";
  }
}

function readInBand(text: string): Registration | string {
  const answer = z.looseObject({ app_id: z.string() }).safeParse(safeJson(text));
  if (!answer.success) return "the app's answer is not a registration";
  const input = { ...answer.data, appName: answer.data.app_id };
  const parsed = registrationSchema.safeParse(input);
  return parsed.success ? parsed.data : describeIssues(parsed.error, input);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
