"use client";

import { type FormEvent, useRef, useState } from "react";
import type { z } from "zod";

/** First message of each field that has one. */
export type FieldErrors = Partial<Record<string, string>>;

export interface AuthOutcome {
  fields?: FieldErrors;
  form?: string;
}

/**
 * A form that is checked in the browser with the server's own schema, then sent once. What comes back
 * stands at the fields, and the first wrong field takes the focus. `send` returns null where success leaves the page,
 * and `{}` where the form stays: it is then emptied.
 */
export function useAuthForm<Schema extends z.ZodType>(
  schema: Schema,
  send: (input: z.output<Schema>) => Promise<AuthOutcome | null>,
) {
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<AuthOutcome>({});
  const [isPending, setPending] = useState(false);

  const show = (next: AuthOutcome) => {
    setOutcome(next);
    setPending(false);
    const [firstWrong] = Object.keys(next.fields ?? {});
    const control = firstWrong ? form.current?.elements.namedItem(firstWrong) : null;
    if (control instanceof HTMLElement) control.focus();
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const parsed = schema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    if (!parsed.success) return show({ fields: firstMessages(parsed.error) });
    setOutcome({});
    setPending(true);
    try {
      const refusal = await send(parsed.data);
      if (refusal) show(refusal);
      if (refusal && !refusal.form && !refusal.fields) form.current?.reset();
    } catch {
      show({ form: "The server did not answer. Nothing was changed: try again in a moment." });
    }
  };

  return { form, outcome, isPending, onSubmit };
}

/** The first message of each field, of what the server found wrong. */
export function fieldErrorsOf(errors: Record<string, string[] | undefined>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, messages]) => [field, messages?.[0]]));
}

function firstMessages(error: z.ZodError): FieldErrors {
  const messages: FieldErrors = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    messages[field] ??= issue.message;
  }
  return messages;
}
