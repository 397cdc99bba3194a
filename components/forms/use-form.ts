"use client";

import { type FormEvent, type RefObject, useRef, useState } from "react";
import type { z } from "zod";
import { errorText } from "./error-text";
import { type FormOutcome, firstMessages } from "./form-outcome";

export interface FormState {
  ref: RefObject<HTMLFormElement | null>;
  outcome: FormOutcome;
  isPending: boolean;
  /** Loads the schema, when the form is first used. */
  onFocus: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => Promise<void>;
}

const fieldsOf = (data: FormData): unknown => Object.fromEntries(data);

/** Without `jitless`, Zod tests whether it may evaluate strings, and our policy reports that. */
async function loaded<Schema>(load: () => Promise<Schema>): Promise<Schema> {
  const { config } = await import("zod/v4/core");
  config({ jitless: true });
  return load();
}

/**
 * A form that the browser checks with the server's own schema and then sends once. `load` imports the schema: it comes
 * when the form is used, so that the page is not heavier. Errors appear at their fields, and the first wrong field gets
 * the focus. `send` returns null if success leaves the form, and `{}` if the form stays: it
 * is then emptied. `read` makes the schema's input if the fields alone are not enough.
 */
export function useForm<Schema extends z.ZodType>(
  load: () => Promise<Schema>,
  send: (input: z.output<Schema>) => Promise<FormOutcome | null>,
  read = fieldsOf,
): FormState {
  const ref = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<FormOutcome>({});
  const [isPending, setPending] = useState(false);

  const show = (next: FormOutcome) => {
    setOutcome(next);
    setPending(false);
    const [firstWrong] = Object.keys(next.fields ?? {});
    const control = firstWrong ? ref.current?.elements.namedItem(firstWrong) : null;
    if (control instanceof HTMLElement) control.focus();
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const fields = read(new FormData(event.currentTarget));
    setPending(true);
    try {
      const parsed = (await loaded(load)).safeParse(fields);
      if (!parsed.success) return show({ fields: firstMessages(parsed.error) });
      setOutcome({});
      const next = await send(parsed.data);
      if (next) show(next);
      if (next && !next.form && !next.fields) ref.current?.reset();
    } catch {
      show({ form: errorText() });
    }
  };

  const onFocus = () => void loaded(load).catch(() => {});
  return { ref, outcome, isPending, onFocus, onSubmit };
}
