import { type Answer, readAnswer } from "./answers";
import { retryDelayMs, unreachedDelayMs } from "./backoff";
import { callApp } from "./call-app";
import type { Core } from "./core";
import { isTransient, type Queryable, withRetry } from "./database";
import { parseDurationMs } from "./durations";
import type { EventBody } from "./events";
import { type FunctionConfig, maxAttempts } from "./function-config";
import { reason } from "./log";
import { applyOperations, OperationError } from "./operations";
import { type Call, deleteCall, holdsLease, postponeCall } from "./queue";
import { finishRun, lockUnfinishedRun, type RunRow, type StepFailure } from "./runs";
import { signRequest } from "./signature";

const maxAnswerBytes = 4 * 1024 * 1024;
const callTimeoutMs = 2 * 60 * 60 * 1000;
/** A call may break off this often before it counts as an attempt: the app restarted, or the step crashes it. */
const freeCuts = 5;

/** Makes one leased call and records the result, unless its lease was lost in the meantime. */
export async function runCall(core: Core, call: Call): Promise<void> {
  const config = core.registry.find(call.function_id);
  const run = await withRetry(() => beginRun(core.database, call, config), { signal: core.stopping });
  if (!run) {
    await deleteCall(core.database, call.id);
    return;
  }
  const answer = config ? await askApp(core, call, config, run) : missingFunction(call);
  if (core.abandoning.aborted) return;
  if (answer.kind === "unreached" || answer.kind === "cut") core.onAppAway(call, answer.message);
  await keepAnswer(core, call, answer);
}

/** Records an answer, and waits for Postgres if it is down. An answer that cannot be stored is a failed attempt. */
async function keepAnswer(core: Core, call: Call, answer: Answer): Promise<void> {
  const options = { signal: core.abandoning };
  try {
    await withRetry(() => record(core, call, answer), options);
  } catch (error) {
    if (isTransient(error)) throw error;
    const failure = { name: "UnusableAnswerError", message: `the answer could not be stored: ${reason(error)}` };
    await withRetry(() => record(core, call, { kind: "failed", error: failure, noRetry: false }), options);
  }
}

function missingFunction({ function_id }: Call): Answer {
  const error = { name: "FunctionNotFoundError", message: `${function_id} is not served by any app` };
  return { kind: "failed", error, noRetry: false };
}

interface BegunRun extends RunRow {
  steps: { id: string; result: string }[];
}

/** Marks the run as running and reads the call's input. Returns null if the run is over. */
async function beginRun(database: Queryable, call: Call, config?: FunctionConfig): Promise<BegunRun | null> {
  const finishMs = parseDurationMs(config?.timeouts?.finish ?? "");
  const [run] = await database<RunRow>`
    update runs set status = 'running', started_at = coalesce(started_at, now()),
      deadline_at = case when started_at is null
        then now() + make_interval(secs => ${finishMs === null ? null : finishMs / 1000}::float8) else deadline_at end
    where id = ${call.run_id} and status in ('queued', 'running')
    returning id, function_id, status, events, parallel`;
  if (!run) return null;
  const steps = await database<{ id: string; result: string }>`
    select id, result from steps where run_id = ${call.run_id} and result is not null order by position`;
  return { ...run, steps };
}

async function askApp(core: Core, call: Call, config: FunctionConfig, run: BegunRun): Promise<Answer> {
  const url = new URL(config.steps.step.runtime.url);
  url.searchParams.set("fnId", call.function_id);
  url.searchParams.set("stepId", call.step_id);
  const body = requestBody(call, config, run);
  const headers: Record<string, string> = { "content-type": "application/json", "x-run-id": run.id };
  if (core.keys) headers["x-inngest-signature"] = signRequest(core.keys.signingKey, body, Date.now());
  else headers["x-inngest-server-kind"] = "dev";
  const reply = await callApp({
    method: "POST",
    url: url.href,
    headers,
    body: JSON.stringify(body),
    maxAnswerBytes,
    timeoutMs: callTimeoutMs,
    signal: core.abandoning,
  });
  return readAnswer(reply, core.keys?.signingKey ?? null);
}

/** Leaves out `ctx.fn_id` on purpose: with it the SDK would checkpoint steps over its own API. */
function requestBody(call: Call, config: FunctionConfig, run: BegunRun): Record<string, unknown> {
  const events = JSON.parse(run.events) as EventBody[];
  return {
    event: events[0],
    events,
    steps: Object.fromEntries(run.steps.map(({ id, result }) => [id, JSON.parse(result) as unknown])),
    defers: {},
    version: -1,
    use_api: false,
    ctx: {
      run_id: run.id,
      env: "embedded",
      step_id: call.step_id,
      attempt: call.attempt,
      max_attempts: maxAttempts(config),
      disable_immediate_execution: run.parallel,
      use_api: false,
      stack: { stack: run.steps.map(({ id }) => id), current: run.steps.length },
    },
  };
}

async function record(core: Core, call: Call, answer: Answer): Promise<void> {
  try {
    await core.database.begin(async (tx) => {
      const run = await lockUnfinishedRun(tx, call.run_id);
      if (!run) return deleteCall(tx, call.id);
      if (await holdsLease(tx, call.id, core.owner)) await settle(core, tx, call, answer);
    });
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const failure = { name: error.name, message: error.message };
    await record(core, call, { kind: "failed", error: failure, noRetry: !error.retriable });
  }
}

async function settle(core: Core, tx: Queryable, call: Call, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case "returned":
      await finishRun(tx, call.run_id, { status: "completed", result: answer.result });
      return;
    case "operations":
      return settleOperations(core, tx, call, answer);
    case "failed":
      return settleFailure(core, tx, call, answer);
    case "unreached": {
      const delayMs = unreachedDelayMs(call.misses, core.backoffScale);
      return postponeCall(tx, call.id, { ...call, misses: call.misses + 1, delayMs });
    }
    case "cut": {
      if (call.cuts >= freeCuts) {
        const error = { name: "ConnectionLostError", message: `the app broke off the call: ${answer.message}` };
        return settleFailure(core, tx, call, { error, noRetry: false });
      }
      const delayMs = unreachedDelayMs(call.cuts, core.backoffScale);
      return postponeCall(tx, call.id, { ...call, misses: 0, cuts: call.cuts + 1, delayMs });
    }
  }
}

async function settleOperations(
  core: Core,
  tx: Queryable,
  call: Call,
  answer: Extract<Answer, { kind: "operations" }>,
): Promise<void> {
  const [only, ...others] = answer.operations;
  if (only?.op === "RunComplete" && others.length === 0) {
    await finishRun(tx, call.run_id, { status: "completed", result: JSON.stringify(only.data ?? null) });
    return;
  }
  const attemptsLeft = call.attempt + 1 < attemptsOf(core, call) && !answer.noRetry;
  if (only?.op === "StepError" && others.length === 0 && attemptsLeft) {
    return retry(core, tx, call, answer.retryAfterMs);
  }
  await deleteCall(tx, call.id);
  const find = (id: string) => core.registry.find(id);
  await applyOperations({ tx, runId: call.run_id, race: answer.race, find }, answer.operations);
}

async function settleFailure(
  core: Core,
  tx: Queryable,
  call: Call,
  failure: { error: StepFailure; noRetry: boolean; retryAfterMs?: number | undefined },
): Promise<void> {
  const final = failure.noRetry || call.attempt + 1 >= attemptsOf(core, call);
  core.log.warn(
    { run: call.run_id, function: call.function_id, attempt: call.attempt, final, error: failure.error.message },
    "a call failed",
  );
  if (final) await finishRun(tx, call.run_id, { status: "failed", error: failure.error });
  else await retry(core, tx, call, failure.retryAfterMs);
}

function attemptsOf(core: Core, call: Call): number {
  const config = core.registry.find(call.function_id);
  return config ? maxAttempts(config) : 4;
}

function retry(core: Core, tx: Queryable, call: Call, retryAfterMs: number | undefined): Promise<void> {
  const delayMs = retryAfterMs ?? retryDelayMs(call.attempt, core.backoffScale);
  return postponeCall(tx, call.id, { attempt: call.attempt + 1, misses: 0, cuts: call.cuts, delayMs });
}
