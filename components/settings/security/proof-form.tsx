"use client";

import { type ActionAnswer, outcomeOf } from "@/components/auth/answer-outcome";
import { CodeInput } from "@/components/auth/code-input";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { type AuthOutcome, useAuthForm } from "@/components/auth/use-auth-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { provenSchema } from "@/lib/accounts/second-factor/schema";

interface ProofFormProps<T> {
  label: string;
  variant: "primary" | "danger";
  send: (input: { password: string; code: string }) => Promise<ActionAnswer<T>>;
  onDone: (value: T) => void;
  onCancel: () => void;
}

/** Password and code, for what would weaken the second factor. */
export function ProofForm<T>({ label, variant, send, onDone, onCancel }: ProofFormProps<T>) {
  const prove = async (input: { password: string; code: string }): Promise<AuthOutcome | null> => {
    return outcomeOf(await send(input), onDone);
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(provenSchema, prove);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      <FormAlert>{outcome.form}</FormAlert>
      <Field label="Password" name="password" error={outcome.fields?.password}>
        <PasswordInput autoComplete="current-password" autoFocus required />
      </Field>
      <Field
        label="Code"
        name="code"
        description="Of your authenticator app, or a recovery code."
        error={outcome.fields?.code}
      >
        <CodeInput />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant={variant} pending={isPending}>
          {label}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
