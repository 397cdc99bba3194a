"use client";

import Link from "next/link";
import { type ReactNode, useState } from "react";
import { useHydrated } from "@/components/shell/use-hydrated";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type SignInInput, signInSchema } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { FormAlert } from "./form-alert";
import { PasswordInput } from "./password-input";
import { refusalText, signInErrorText } from "./refusal-text";
import { SecondStepForm } from "./second-step-form";
import { goTo, requestedPath, startSession } from "./start-session";
import { type AuthOutcome, useAuthForm } from "./use-auth-form";
import { useFragment } from "./use-fragment";

/** One sentence for every reason, so that it tells nobody which addresses have an account here. */
const REFUSED =
  "That did not work. Check the address and the password. A new account must be confirmed by the link in its mail first, and after several attempts everybody waits a few minutes.";

interface SignInFormProps {
  /** Other ways in, offered until the second step. */
  children?: ReactNode;
}

export function SignInForm({ children }: SignInFormProps) {
  const handedOver = useFragment("ticket");
  const [ticket, setTicket] = useState<string | null>(null);
  const current = ticket ?? handedOver;
  if (current) return <SecondStepForm ticket={current} />;
  return (
    <>
      <FirstStepForm onTicket={setTicket} />
      {children}
    </>
  );
}

/** What a redirect to this page said behind `?error=`; once hydrated, because a prerendered page has no address. */
function useRedirectError(): string | undefined {
  const isHydrated = useHydrated();
  const code = isHydrated ? new URLSearchParams(window.location.search).get("error") : null;
  return code ? signInErrorText(code) : undefined;
}

function FirstStepForm({ onTicket }: { onTicket: (ticket: string) => void }) {
  const error = useRedirectError();
  const send = async (input: SignInInput): Promise<AuthOutcome | null> => {
    const start = await startSession(input);
    if (start.outcome === "refused") return { form: REFUSED };
    if (start.outcome === "rate_limited") return { form: refusalText(start.outcome) };
    if (start.outcome === "second-step") onTicket(start.ticket);
    else goTo(safeNextPath(requestedPath()));
    return null;
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(signInSchema, send);
  const isUntouched = !outcome.form && !outcome.fields;
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form ?? (isUntouched ? error : undefined)}</FormAlert>
      <Field label="E-mail" name="email" error={outcome.fields?.email}>
        <Input type="email" autoComplete="username" inputMode="email" required />
      </Field>
      <Field label="Password" name="password" error={outcome.fields?.password}>
        <PasswordInput autoComplete="current-password" required />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Sign in
      </Button>
      <Link href="/forgot" className={`${buttonVariants({ variant: "link", size: "sm" })} self-center`}>
        Forgot your password?
      </Link>
    </form>
  );
}
