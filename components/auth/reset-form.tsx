"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { resetPasswordAction } from "@/lib/accounts/passwords/actions";
import { resetPasswordSchema } from "@/lib/accounts/passwords/schema";
import { PASSWORD_MIN_LENGTH } from "@/lib/accounts/schema";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { refusalOutcome, refusalText } from "./refusal-text";
import { type AuthOutcome, fieldErrorsOf, useAuthForm } from "./use-auth-form";
import { useFragment } from "./use-fragment";
import { VoidLink } from "./void-link";

const passwordOnlySchema = resetPasswordSchema.pick({ password: true });

/** A new password, for who followed the link of a mail. */
export function ResetForm() {
  const token = useFragment("token");
  const [state, setState] = useState<"asking" | "done" | "void">("asking");
  if (token === undefined) return <Skeleton className="h-64 rounded-xl" />;
  if (!token || state === "void") return <VoidLink href="/forgot" label="Ask for a new link" />;
  if (state === "done") return <Done />;
  return <NewPassword token={token} onDone={() => setState("done")} onVoid={() => setState("void")} />;
}

function NewPassword({ token, onDone, onVoid }: { token: string; onDone: () => void; onVoid: () => void }) {
  const send = async ({ password }: { password: string }): Promise<AuthOutcome | null> => {
    const { validationErrors, serverError, data } = await resetPasswordAction({ token, password });
    if (validationErrors?.fieldErrors.token) onVoid();
    else if (validationErrors) return { fields: fieldErrorsOf(validationErrors.fieldErrors) };
    else if (!data) return { form: refusalText(serverError?.code) };
    else if (data.ok) onDone();
    else if (data.reason === "link_void") onVoid();
    else return refusalOutcome(data.reason);
    return null;
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(passwordOnlySchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form}</FormAlert>
      <Field
        label="New password"
        name="password"
        description={`At least ${PASSWORD_MIN_LENGTH} characters. A few words in a row are easier to keep.`}
        error={outcome.fields?.password}
      >
        <PasswordInput autoComplete="new-password" autoFocus required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Set password
      </Button>
    </form>
  );
}

function Done() {
  return (
    <div role="status" className="glass flex flex-col items-start gap-4 rounded-xl p-6">
      <p className="text-muted-foreground">
        Your password is set. Every device that was signed in has been signed out, and the link is used up.
      </p>
      <ButtonLink href="/sign-in" variant="primary">
        Sign in
      </ButtonLink>
    </div>
  );
}
