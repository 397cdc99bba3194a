import { useActionState } from "react";
import { useText } from "#text";
import type { FormAnswer } from "@/lib/actions/form-answer";
import type { ErrorCode } from "@/lib/errors";
import { errorText } from "./error-text";
import type { RefusalTexts } from "./refusal-text";

/** What an action that works without scripts answers. */
interface Answered<Reason extends string> {
  data?: FormAnswer<Reason> | undefined;
  serverError?: { code: ErrorCode } | undefined;
}

interface FormActionState<Reason extends string> extends FormAnswer<Reason> {
  /** For the `action` of the form. */
  send: (fields: FormData) => void;
  isPending: boolean;
  /** The last answer: another object each time. */
  answer: FormAnswer<Reason> | undefined;
  /** What went wrong with the whole form. */
  problem: string | undefined;
}

/**
 * A form whose action the browser can call by itself, without scripts. The page then comes again, with what the action
 * answered.
 */
export function useFormAction<Reason extends string>(
  action: (before: never, fields: FormData) => Promise<Answered<Reason>>,
  texts: RefusalTexts<NoInfer<Reason>>,
): FormActionState<Reason> {
  const t = useText();
  // An action takes only what it answered before, or nothing.
  const sent = action as (before: Answered<Reason>, fields: FormData) => Promise<Answered<Reason>>;
  const [{ data, serverError }, send, isPending] = useActionState<Answered<Reason>, FormData>(sent, {});
  const reason = data?.reason ?? null;
  const problem = serverError ? t(errorText(serverError.code)) : reason === null ? undefined : t(texts[reason]);
  return { send, isPending, answer: data, problem, reason, isDone: false, fields: {}, typed: {}, ...data };
}
