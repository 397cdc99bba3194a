"use client";

import { type ActionAnswer, outcomeOf } from "@/components/auth/answer-outcome";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { type AuthOutcome, useAuthForm } from "@/components/auth/use-auth-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { confirmedSchema } from "@/lib/privacy/schema";
import { dataRefusalOutcome, dataRefusalText } from "./refusal-text";

interface PasswordConfirmationProps<T> {
  label: string;
  variant: "primary" | "danger";
  send: (input: { password: string }) => Promise<ActionAnswer<T>>;
  onDone: (value: T) => void;
  onCancel: () => void;
}

/** The password, asked again: a screen that was left open is not enough. */
export function PasswordConfirmation<T>({ label, variant, send, onDone, onCancel }: PasswordConfirmationProps<T>) {
  const confirm = async (input: { password: string }): Promise<AuthOutcome | null> => {
    return outcomeOf(await send(input), onDone, { outcome: dataRefusalOutcome, text: dataRefusalText });
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(confirmedSchema, confirm);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      <FormAlert>{outcome.form}</FormAlert>
      <Field label="Password" name="password" error={outcome.fields?.password}>
        <PasswordInput autoComplete="current-password" autoFocus required />
      </Field>
      <div className="flex flex-wrap gap-2">
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
