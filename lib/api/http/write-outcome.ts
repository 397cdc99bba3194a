import type { ApiContext } from "./api-env";
import type { AnyOperation, AnyOutcome } from "./operation";
import { problem } from "./problem";
import { checked } from "./responses";

/** What the operation came to, as a response: its own, or the problem that it declares for this refusal. */
export function writeOutcome(c: ApiContext, operation: AnyOperation, outcome: AnyOutcome): Response {
  if (outcome.ok) return operation.response.write(c, outcome.value);
  const { reason, members = {} } = outcome;
  const declared = operation.errors?.[reason];
  if (!declared) throw new Error(`${operation.method} ${operation.path} does not declare ${reason}`);
  const { status, title, retryAfterSeconds } = declared;
  if (retryAfterSeconds !== undefined) c.header("Retry-After", String(retryAfterSeconds));
  const detail = outcome.detail ?? declared.detail;
  const more = declared.members ? checked(c, declared.members, members) : {};
  return problem(c, { status, code: reason, title, detail, ...more });
}
