import type { Result } from "@/lib/errors";
import { refusalOutcome, refusalText } from "./refusal-text";
import { type AuthOutcome, fieldErrorsOf } from "./use-auth-form";

/** What an action answers with: its result, or why it was not run. */
export interface ActionAnswer<T> {
  data?: Result<T, string>;
  serverError?: { code: string };
  validationErrors?: { fieldErrors: Record<string, string[] | undefined> };
}

/** How a form says what it was refused for. */
interface Refusals {
  outcome: (reason: string) => AuthOutcome;
  text: (code: string | undefined) => string;
}
const USUAL: Refusals = { outcome: refusalOutcome, text: refusalText };

/** What a form shows of an answer. Where it was done, `onDone` has its value and the form shows nothing more. */
export function outcomeOf<T>(
  { data, serverError, validationErrors }: ActionAnswer<T>,
  onDone: (value: T) => void,
  { outcome = USUAL.outcome, text = USUAL.text }: Partial<Refusals> = {},
): AuthOutcome | null {
  if (validationErrors) return { fields: fieldErrorsOf(validationErrors.fieldErrors) };
  if (!data) return { form: text(serverError?.code) };
  if (!data.ok) return outcome(data.reason);
  onDone(data.value);
  return null;
}
