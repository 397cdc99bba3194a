import type { z } from "zod";
import type { ActionAnswer } from "./action-answer";
import { errorText } from "./error-text";
import type { ACCOUNT_REFUSALS, RefusalTexts } from "./refusal-text";

/** The first message of each field that has one. */
export type FieldErrors = Partial<Record<string, string>>;

/** What a form shows after it was sent: messages at its fields, or one for the whole form. */
export interface FormOutcome {
  fields?: FieldErrors;
  form?: string;
}

type FieldOfReason = Partial<Record<string, string>>;

/** Refusals that belong to one field of a form. All others are shown above the form. */
const FIELD_OF_REASON: FieldOfReason = {
  email_taken: "email",
  invitation_for_another: "email",
  password_common: "password",
  password_personal: "password",
  same_email: "email",
  setup_code_needed: "setupCode",
  setup_code_wrong: "setupCode",
  wrong_code: "code",
  wrong_password: "password",
} satisfies Partial<Record<keyof typeof ACCOUNT_REFUSALS, string>>;

/** A refusal as a form shows it. `fields` names the reasons for which this form has a different field. */
export function refusalOutcome<Reason extends string>(
  reason: Reason,
  texts: RefusalTexts<Reason>,
  fields: FieldOfReason = {},
): FormOutcome {
  const field = fields[reason] ?? FIELD_OF_REASON[reason];
  return field ? { fields: { [field]: texts[reason] } } : { form: texts[reason] };
}

/** What a form shows of an answer. On success `onDone` gets the value, and the form shows nothing more. */
export async function outcomeOf<T, Reason extends string>(
  { data, serverError, validationErrors }: ActionAnswer<T, Reason>,
  texts: RefusalTexts<NoInfer<Reason>>,
  onDone: (value: T) => void | Promise<void>,
  fields: FieldOfReason = {},
): Promise<FormOutcome | null> {
  if (validationErrors) return { fields: fieldErrorsOf(validationErrors.fieldErrors) };
  if (!data) return { form: errorText(serverError?.code) };
  if (!data.ok) return refusalOutcome(data.reason, texts, fields);
  await onDone(data.value);
  return null;
}

/** The first message of each field that the server did not accept. */
export function fieldErrorsOf(errors: Record<string, string[] | undefined>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, messages]) => [field, messages?.[0]]));
}

/** The first message of each field that does not fit its schema. */
export function firstMessages(error: z.ZodError): FieldErrors {
  const messages: FieldErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    messages[field] ??= issue.message;
  }
  return messages;
}
