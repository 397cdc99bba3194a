"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { registerAction } from "@/lib/auth/actions";
import { safeNextPath } from "@/lib/auth/next-path";
import { PASSWORD_MIN_LENGTH, type RegisterInput, registerSchema } from "@/lib/auth/schema";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { goTo, requestedPath, startSession } from "./start-session";
import { type AuthOutcome, type FieldErrors, useAuthForm } from "./use-auth-form";

/** A new library is empty, so the first thing to do in it is to fill it. */
const FIRST_PATH = "/upload";

async function send(input: RegisterInput): Promise<AuthOutcome | null> {
  const answer = await registerAction(input);
  if (answer.validationErrors) return { fields: firstOf(answer.validationErrors.fieldErrors) };
  if (!answer.data) return { form: "The account could not be created. Nothing was kept: try again in a moment." };
  if (!answer.data.ok) return { fields: { email: "There is already an account with this address. Sign in instead." } };
  const wanted = requestedPath();
  goTo((await startSession(input)) ? (wanted ? safeNextPath(wanted) : FIRST_PATH) : "/sign-in");
  return null;
}

function firstOf(errors: Record<string, string[] | undefined>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([field, messages]) => [field, messages?.[0]]));
}

export function RegisterForm() {
  const { form, outcome, isPending, onSubmit } = useAuthForm(registerSchema, send);
  const wrong = outcome.fields;
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form}</FormAlert>
      <Field label="Name" name="name" error={wrong?.name}>
        <Input autoComplete="name" required />
      </Field>
      <Field label="E-mail" name="email" error={wrong?.email}>
        <Input type="email" autoComplete="username" inputMode="email" required />
      </Field>
      <Field
        label="Password"
        name="password"
        description={`At least ${PASSWORD_MIN_LENGTH} characters. A few words in a row are easier to keep.`}
        error={wrong?.password}
      >
        <PasswordInput autoComplete="new-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Create account
      </Button>
    </form>
  );
}
