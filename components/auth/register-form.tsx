"use client";

import { MailOpen } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { registerAction } from "@/lib/accounts/actions";
import { PASSWORD_MIN_LENGTH, type RegisterInput, registerSchema } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { refusalOutcome, refusalText } from "./refusal-text";
import { goTo, requestedPath, startSession } from "./start-session";
import { type AuthOutcome, fieldErrorsOf, useAuthForm } from "./use-auth-form";

/** A new library is empty, so the first thing to do in it is to fill it. */
const FIRST_PATH = "/upload";

async function send(input: RegisterInput, onMail: (email: string) => void): Promise<AuthOutcome | null> {
  const { validationErrors, serverError, data } = await registerAction(input);
  if (validationErrors) return { fields: fieldErrorsOf(validationErrors.fieldErrors) };
  if (!data) return { form: refusalText(serverError?.code) };
  if (!data.ok) return refusalOutcome(data.reason);
  if (data.value.next === "read-mail") {
    onMail(input.email);
    return null;
  }
  const wanted = requestedPath();
  const { outcome } = await startSession(input);
  goTo(outcome === "signed-in" ? (wanted ? safeNextPath(wanted) : FIRST_PATH) : "/sign-in");
  return null;
}

export function RegisterForm() {
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const { form, outcome, isPending, onSubmit } = useAuthForm(registerSchema, (input) => send(input, setMailedTo));
  const wrong = outcome.fields;
  if (mailedTo) return <ReadMail email={mailedTo} />;
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

/** The same for a new address and for one that has an account: only its owner's mailbox tells. */
function ReadMail({ email }: { email: string }) {
  return (
    <div role="status" className="glass flex flex-col items-start gap-3 rounded-xl p-6">
      <MailOpen aria-hidden className="size-7 text-primary" />
      <h2 className="font-display font-medium text-xl tracking-tight">Read your mail</h2>
      <p className="text-muted-foreground">
        A message is on its way to <strong className="break-all font-medium text-foreground">{email}</strong>. Open the
        link in it within 24 hours and enter the password you have just chosen.
      </p>
      <p className="text-muted-foreground text-sm">Nothing there after some minutes? Look among unwanted mail.</p>
    </div>
  );
}
