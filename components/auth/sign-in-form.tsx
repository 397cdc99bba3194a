"use client";

import { type ReactNode, useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { EmailField, PasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import type { FormOutcome } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Link } from "@/components/ui/link";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SignInInput } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { msg } from "@/lib/language/text";
import { SecondStepForm } from "./second-step-form";
import { signInErrorText } from "./sign-in-error";
import { goTo, requestedPath, startSession } from "./start-session";
import { useFragment } from "./use-fragment";

/** One text for every reason, so that it tells no one which addresses have an account here. */
const REFUSED = msg(
  "Sign-in failed. Check your e-mail address and password. New accounts must first be confirmed through the link in the e-mail we sent. After several failed attempts you have to wait a few minutes.",
);

const schema = async () => (await import("@/lib/accounts/schema")).signInSchema;

interface SignInFormProps {
  /** Other ways to sign in, offered until the second step. */
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

/** The error in `?error=` after a redirect. Read after hydration, because a prerendered page has no address. */
function useRedirectError(): string | undefined {
  const isHydrated = useHydrated();
  const code = isHydrated ? new URLSearchParams(window.location.search).get("error") : null;
  return code ? signInErrorText(code) : undefined;
}

function FirstStepForm({ onTicket }: { onTicket: (ticket: string) => void }) {
  const t = useText();
  const redirectError = useRedirectError();
  const send = async (input: SignInInput): Promise<FormOutcome | null> => {
    const start = await startSession(input);
    if (start.outcome === "refused") return { form: REFUSED };
    if (start.outcome === "rate_limited") return { form: errorText(start.outcome) };
    if (start.outcome === "second-step") onTicket(start.ticket);
    else goTo(safeNextPath(requestedPath()));
    return null;
  };
  const state = useForm(schema, send);
  return (
    <Form state={state} layout="card" notice={redirectError}>
      <EmailField errors={state.outcome.fields} />
      <PasswordField errors={state.outcome.fields} />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        {t("Sign in")}
      </Button>
      <Link href="/forgot" className={`${buttonVariants({ variant: "link", size: "sm" })} self-center`}>
        {t("Forgot your password?")}
      </Link>
    </Form>
  );
}
