"use client";

import { outcomeOf } from "@/components/auth/answer-outcome";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { type AuthOutcome, useAuthForm } from "@/components/auth/use-auth-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { requestEmailChangeAction } from "@/lib/accounts/email-change/actions";
import { type RequestEmailChangeInput, requestEmailChangeSchema } from "@/lib/accounts/email-change/schema";

interface ChangeEmailFormProps {
  /** Who came through another service has none to enter. */
  hasPassword: boolean;
  mailIsSent: boolean;
  onClose: () => void;
}

/** Asks for a link to another address. */
export function ChangeEmailForm({ hasPassword, mailIsSent, onClose }: ChangeEmailFormProps) {
  const send = async (input: RequestEmailChangeInput): Promise<AuthOutcome | null> => {
    return outcomeOf(await requestEmailChangeAction(input), onClose);
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(requestEmailChangeSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      <FormAlert>{outcome.form}</FormAlert>
      <Field
        label="New e-mail"
        name="email"
        description={`${mailIsSent ? "A link is sent there." : "This server sends no mail: whoever runs it gives you a link."} Until you open it, your account keeps the address it has.`}
        error={outcome.fields?.email}
      >
        <Input type="email" autoComplete="email" inputMode="email" autoFocus required />
      </Field>
      {hasPassword ? (
        <Field label="Password" name="password" error={outcome.fields?.password}>
          <PasswordInput autoComplete="current-password" required />
        </Field>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={isPending}>
          {mailIsSent ? "Send the link" : "Ask for the link"}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
