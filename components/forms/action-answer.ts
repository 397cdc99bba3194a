import { type ErrorCode, ok, type Result } from "@/lib/errors";

/** What a server action answers: the verb's result, or why the verb did not run. */
export interface ActionAnswer<T, Reason extends string> {
  data?: Result<T, Reason> | undefined;
  serverError?: { code: ErrorCode } | undefined;
  validationErrors?: { fieldErrors: Record<string, string[] | undefined> } | undefined;
}

/** The same answer, or null if it is the one refusal that the caller handles itself. */
export function unlessRefused<T, Reason extends string, Handled extends Reason>(
  answer: ActionAnswer<T, Reason>,
  handled: Handled,
): ActionAnswer<T, Exclude<Reason, Handled>> | null {
  const { data, ...rest } = answer;
  if (!data || data.ok) return { ...rest, data };
  return data.reason === handled ? null : { data: { ok: false, reason: data.reason as Exclude<Reason, Handled> } };
}

/** Counts one refusal as success: deleting what is already gone leaves what the person wanted. */
export function acceptRefusal<Reason extends string, Accepted extends Reason>(
  answer: ActionAnswer<null, Reason>,
  accepted: Accepted,
): ActionAnswer<null, Exclude<Reason, Accepted>> {
  return unlessRefused(answer, accepted) ?? { data: ok(null) };
}
