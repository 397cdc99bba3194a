"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { safeNextPath } from "@/lib/auth/next-path";
import { type SignInInput, signInSchema } from "@/lib/auth/schema";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { goTo, requestedPath, startSession } from "./start-session";
import { type AuthOutcome, useAuthForm } from "./use-auth-form";

async function send(input: SignInInput): Promise<AuthOutcome | null> {
  if (!(await startSession(input))) return { form: "The e-mail address or the password is not right." };
  goTo(safeNextPath(requestedPath()));
  return null;
}

export function SignInForm() {
  const { form, outcome, isPending, onSubmit } = useAuthForm(signInSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form}</FormAlert>
      <Field label="E-mail" name="email" error={outcome.fields?.email}>
        <Input type="email" autoComplete="username" inputMode="email" required />
      </Field>
      <Field label="Password" name="password" error={outcome.fields?.password}>
        <PasswordInput autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Sign in
      </Button>
    </form>
  );
}
