"use client";

import type { ActionAnswer } from "./action-answer";
import { PasswordField } from "./fields";
import { Form } from "./form";
import { FormButtons } from "./form-buttons";
import { outcomeOf } from "./form-outcome";
import type { RefusalTexts } from "./refusal-text";
import { useForm } from "./use-form";

const schema = async () => (await import("@/lib/accounts/schema")).signInSchema.pick({ password: true });

interface PasswordFormProps<T, Reason extends string> {
  label: string;
  variant?: "primary" | "danger";
  texts: RefusalTexts<NoInfer<Reason>>;
  send: (input: { password: string }) => Promise<ActionAnswer<T, Reason>>;
  onDone: (value: T) => void;
  onCancel: () => void;
}

/** Asks for the password again: a screen that somebody left open is not enough. */
export function PasswordForm<T, Reason extends string>(props: PasswordFormProps<T, Reason>) {
  const { label, variant, texts, send, onDone, onCancel } = props;
  const state = useForm(schema, async (input) => outcomeOf(await send(input), texts, onDone));
  return (
    <Form state={state} layout="inline">
      <PasswordField errors={state.outcome.fields} autoFocus />
      <FormButtons label={label} variant={variant} isPending={state.isPending} onCancel={onCancel} />
    </Form>
  );
}
