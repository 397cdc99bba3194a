"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { confirmEmailChangeAction } from "@/lib/accounts/email-change/actions";
import { verifyEmailAction } from "@/lib/accounts/verification/actions";
import { type VerifyEmailInput, verifyEmailSchema } from "@/lib/accounts/verification/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { refusalOutcome, refusalText } from "./refusal-text";
import { SecondStepForm } from "./second-step-form";
import { goTo, startSession } from "./start-session";
import { type AuthOutcome, fieldErrorsOf, useAuthForm } from "./use-auth-form";
import { useFragment } from "./use-fragment";
import { VoidLink } from "./void-link";

const inputSchema = verifyEmailSchema.pick({ password: true });

/** The two kinds of links that prove an address, and what each says of itself. */
const KINDS = {
  verify: {
    open: verifyEmailAction,
    sentence: "You are signed in. Press the button, and the address is confirmed.",
    label: "Confirm address",
  },
  change: {
    open: confirmEmailChangeAction,
    sentence: "You are signed in. Press the button, and your account has the new address.",
    label: "Use this address",
  },
};

interface VerifyFormProps {
  kind: keyof typeof KINDS;
  /** Signed in: to the very account the link is for, no password is asked. */
  isSignedIn: boolean;
}

/** Confirms the address a mail was sent to, or gives it to the account, then signs in. */
export function VerifyForm({ kind, isSignedIn }: VerifyFormProps) {
  const token = useFragment("token");
  const [isVoid, setVoid] = useState(false);
  const [ticket, setTicket] = useState<string | null>(null);
  if (token === undefined) return <Skeleton className="h-64 rounded-xl" />;
  if (ticket) return <SecondStepForm ticket={ticket} />;
  if (!token || isVoid) {
    return isSignedIn ? (
      <VoidLink href="/settings#profile" label="To your settings" />
    ) : (
      <VoidLink href="/sign-in" label="Sign in" />
    );
  }
  return (
    <Confirm kind={kind} token={token} isSignedIn={isSignedIn} onVoid={() => setVoid(true)} onTicket={setTicket} />
  );
}

interface ConfirmProps extends VerifyFormProps {
  token: string;
  onVoid: () => void;
  onTicket: (ticket: string) => void;
}

function Confirm({ kind, token, isSignedIn, onVoid, onTicket }: ConfirmProps) {
  const [needsPassword, setNeedsPassword] = useState(!isSignedIn);
  const send = async ({ password }: Pick<VerifyEmailInput, "password">): Promise<AuthOutcome | null> => {
    const { validationErrors, serverError, data } = await KINDS[kind].open({ token, password });
    if (validationErrors?.fieldErrors.token || (data && !data.ok && data.reason === "link_void")) onVoid();
    else if (validationErrors) return { fields: fieldErrorsOf(validationErrors.fieldErrors) };
    else if (!data) return { form: refusalText(serverError?.code) };
    else if (data.ok) return enter(data.value.email, password, onTicket);
    else if (data.reason === "password_needed") setNeedsPassword(true);
    else return refusalOutcome(data.reason);
    return {};
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(inputSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form}</FormAlert>
      {needsPassword ? (
        <Field
          label="Password"
          name="password"
          description="Of the account that is to have this address."
          error={outcome.fields?.password}
        >
          <PasswordInput autoComplete="current-password" autoFocus required />
        </Field>
      ) : (
        <p className="text-muted-foreground">{KINDS[kind].sentence}</p>
      )}
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        {KINDS[kind].label}
      </Button>
    </form>
  );
}

async function enter(email: string, password: string | undefined, onTicket: (ticket: string) => void) {
  if (password === undefined) {
    goTo("/settings#profile");
    return null;
  }
  const start = await startSession({ email, password });
  if (start.outcome === "second-step") onTicket(start.ticket);
  else goTo(start.outcome === "signed-in" ? safeNextPath(null) : "/sign-in");
  return null;
}
