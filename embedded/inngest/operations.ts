import { type Operation, readError } from "./answers";
import type { Queryable } from "./database";
import { parseMoment } from "./durations";
import { internalEvent, newEvent } from "./events";
import { expressionError } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { enqueueCall } from "./queue";
import { createRun } from "./runs";
import { continueRun, memoizeStep, planStep, type StepIdentity } from "./steps";
import { addWait } from "./waits";

/** The app reported something that cannot be done. The call counts as failed, and nothing it reported is kept. */
export class OperationError extends Error {
  /** Whether another attempt could succeed. */
  readonly retriable: boolean;

  constructor(message: string, { retriable }: { retriable: boolean }) {
    super(message);
    this.name = "OperationError";
    this.retriable = retriable;
  }
}

const maxSteps = 1000;
const defaultWait = "365d";

export interface OperationContext {
  tx: Queryable;
  runId: string;
  /** Whether the whole answer asked to continue as soon as one step of the group is done. */
  race: boolean;
  find: (functionId: string) => FunctionConfig | undefined;
}

/**
 * Applies what the app reported: records finished steps, and creates the call, wait or run that each new step needs.
 * The caller must have locked the run and deleted the call that brought the answer.
 * @throws OperationError
 */
export async function applyOperations(context: OperationContext, operations: Operation[]): Promise<void> {
  const { tx, runId } = context;
  if (operations.length > 1) await tx`update runs set parallel = true where id = ${runId}`;
  for (const operation of operations) await applyOperation(context, operation);
  const [state] = await tx<{ steps: number; alive: boolean }>`
    select (select count(*)::int from steps where run_id = ${runId}) as steps,
      exists (select 1 from queue where run_id = ${runId}) or exists (select 1 from waits where run_id = ${runId}) as alive`;
  if ((state?.steps ?? 0) > maxSteps) {
    throw new OperationError(`a run may have ${maxSteps} steps`, { retriable: false });
  }
  if (!state?.alive) throw new OperationError("the app reported no step to go on with", { retriable: true });
}

async function applyOperation(context: OperationContext, operation: Operation): Promise<void> {
  const { tx, runId } = context;
  const step = identify(context, operation);
  switch (operation.op) {
    case "StepRun":
    case "Step":
      await memoizeStep(tx, step, { data: operation.data ?? null });
      return continueRun(tx, runId, step.id);
    case "StepFailed":
    case "StepError":
      await memoizeStep(tx, step, { error: readError(operation.error) });
      return continueRun(tx, runId, step.id);
    case "StepPlanned":
      if (await planStep(tx, step)) await enqueueCall(tx, runId, step.id);
      return;
    case "Sleep":
      return sleep(context, step, operation);
    case "WaitForEvent":
      return waitForEvent(context, step, operation);
    case "InvokeFunction":
      return invokeFunction(context, step, operation);
    default:
      throw new OperationError(`this executor does not support the step type ${operation.op}`, { retriable: false });
  }
}

function identify({ runId, race }: OperationContext, { id, op, name, displayName, opts }: Operation): StepIdentity {
  const text = (displayName ?? name ?? "").replaceAll("\0", "").slice(0, 500);
  return { runId, id, op: op.slice(0, 50), name: text, race: race || opts?.parallelMode === "race" };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function momentOf(value: string, operation: Operation): Date {
  const moment = parseMoment(value, Date.now());
  if (!moment) {
    throw new OperationError(`${operation.op}: ${value.slice(0, 80)} is not a time`, { retriable: false });
  }
  return moment;
}

async function sleep({ tx, runId }: OperationContext, step: StepIdentity, operation: Operation): Promise<void> {
  const dueAt = momentOf(text(operation.opts?.duration) ?? text(operation.name) ?? "", operation);
  if (await planStep(tx, step)) await addWait(tx, { runId, stepId: step.id, kind: "sleep", dueAt });
}

async function waitForEvent({ tx, runId }: OperationContext, step: StepIdentity, operation: Operation): Promise<void> {
  const eventName = text(operation.opts?.event) ?? text(operation.name);
  const expression = text(operation.opts?.if);
  const problem = eventName ? expression && expressionError(expression) : "no event is named";
  if (!eventName || problem) throw new OperationError(`WaitForEvent: ${problem}`, { retriable: false });
  const dueAt = momentOf(text(operation.opts?.timeout) ?? defaultWait, operation);
  if (!(await planStep(tx, step))) return;
  await addWait(tx, { runId, stepId: step.id, kind: "event", eventName, expression, dueAt });
}

async function invokeFunction(context: OperationContext, step: StepIdentity, operation: Operation): Promise<void> {
  const { tx, runId } = context;
  const functionId = text(operation.opts?.function_id) ?? "";
  const timeout = text(operation.opts?.timeout);
  const dueAt = timeout ? momentOf(timeout, operation) : null;
  if (!(await planStep(tx, step))) return;
  const config = context.find(functionId);
  if (!config) {
    const error = { name: "FunctionNotFoundError", message: `there is no function ${functionId} to invoke` };
    await memoizeStep(tx, step, { error });
    return continueRun(tx, runId, step.id);
  }
  const payload = operation.opts?.payload;
  const { data, ...rest } = typeof payload === "object" && payload !== null ? (payload as Record<string, unknown>) : {};
  const event = newEvent(internalEvent.invoked, typeof data === "object" && data !== null ? { ...data } : {});
  for (const field of ["v", "user", "meta"] as const) if (rest[field] != null) event[field] = rest[field];
  const childRunId = await createRun(tx, config, [event]);
  await addWait(tx, { runId, stepId: step.id, kind: "invoke", childRunId, dueAt });
}
