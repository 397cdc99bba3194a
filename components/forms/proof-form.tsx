"use client";

import { useText } from "#text";
import type { ActionAnswer } from "./action-answer";
import { CodeField } from "./code-field";
import { PasswordField } from "./fields";
import { Form } from "./form";
import { FormButtons } from "./form-buttons";
import { outcomeOf } from "./form-outcome";
import type { RefusalTexts } from "./refusal-text";
import { useForm } from "./use-form";

const schema = async () => (await import("@/lib/accounts/second-factor/schema")).provenSchema;

interface ProofFormProps<T, Reason extends string> {
  label: string;
  variant: "primary" | "danger";
  texts: RefusalTexts<NoInfer<Reason>>;
  send: (input: { password: string; code: string }) => Promise<ActionAnswer<T, Reason>>;
  onDone: (value: T) => void;
  onCancel: () => void;
}

/** Asks for the password and a code before anything that weakens two-factor authentication. */
export function ProofForm<T, Reason extends string>(props: ProofFormProps<T, Reason>) {
  const t = useText();
  const { label, variant, texts, send, onDone, onCancel } = props;
  const state = useForm(schema, async (input) => outcomeOf(await send(input), texts, onDone));
  return (
    <Form state={state} layout="inline">
      <PasswordField errors={state.outcome.fields} autoFocus />
      <CodeField errors={state.outcome.fields} description={t("From your authenticator app, or a recovery code.")} />
      <FormButtons label={label} variant={variant} isPending={state.isPending} onCancel={onCancel} />
    </Form>
  );
}
