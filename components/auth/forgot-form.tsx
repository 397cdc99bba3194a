"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { requestPasswordResetAction } from "@/lib/accounts/passwords/actions";
import { requestResetSchema } from "@/lib/accounts/passwords/schema";
import { FormAlert } from "./form-alert";
import { FormNote } from "./form-note";
import { refusalText } from "./refusal-text";
import { type AuthOutcome, useAuthForm } from "./use-auth-form";

export function ForgotForm({ mailIsSent }: { mailIsSent: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const send = async (input: { email: string }): Promise<AuthOutcome> => {
    const { data, serverError } = await requestPasswordResetAction(input);
    setAsked(data !== undefined);
    return data ? {} : { form: refusalText(serverError?.code) };
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(requestResetSchema, send);
  const whereItGoes = mailIsSent
    ? "If there is an account with this address, a link is on its way to it. It works once, within one hour."
    : "If there is an account with this address, its link is now waiting for whoever runs this server: ask them for it. It works once, within one hour.";
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form}</FormAlert>
      <FormNote>{isAsked ? whereItGoes : null}</FormNote>
      <Field label="E-mail" name="email" error={outcome.fields?.email}>
        <Input type="email" autoComplete="username" inputMode="email" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Send me a link
      </Button>
    </form>
  );
}
