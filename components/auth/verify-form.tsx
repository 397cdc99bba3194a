"use client";

import { useState } from "react";
import { useText } from "#text";
import { unlessRefused } from "@/components/forms/action-answer";
import { PasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { type FormOutcome, outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { confirmEmailChangeAction } from "@/lib/accounts/email-change/actions";
import { verifyEmailAction } from "@/lib/accounts/verification/actions";
import type { VerifyEmailInput } from "@/lib/accounts/verification/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { msg } from "@/lib/language/text";
import { isVoidLink } from "./is-void-link";
import { SecondStepForm } from "./second-step-form";
import { goTo, startSession } from "./start-session";
import { useFragment } from "./use-fragment";
import { VoidLink } from "./void-link";

const schema = async () =>
  (await import("@/lib/accounts/verification/schema")).verifyEmailSchema.pick({ password: true });

/** The two kinds of links that prove an e-mail address, and what each one does. */
const KINDS = {
  verify: {
    open: verifyEmailAction,
    sentence: msg("You are signed in. Press the button to confirm your e-mail address."),
    label: msg("Confirm address"),
  },
  change: {
    open: confirmEmailChangeAction,
    sentence: msg("You are signed in. Press the button to change your account to the new e-mail address."),
    label: msg("Use this address"),
  },
};

interface VerifyFormProps {
  kind: keyof typeof KINDS;
  /** A person who is signed in to the link's account need not enter the password. */
  isSignedIn: boolean;
}

/** Confirms the address that an e-mail went to, or gives it to the account. Then signs in. */
export function VerifyForm({ kind, isSignedIn }: VerifyFormProps) {
  const t = useText();
  const token = useFragment("token");
  const [isVoid, setVoid] = useState(false);
  const [ticket, setTicket] = useState<string | null>(null);
  if (token === undefined) return <Skeleton className="h-64 rounded-xl" />;
  if (ticket) return <SecondStepForm ticket={ticket} />;
  if (!token || isVoid) {
    return isSignedIn ? (
      <VoidLink href="/settings#profile" label={t("Go to settings")} />
    ) : (
      <VoidLink href="/sign-in" label={t("Sign in")} />
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
  const t = useText();
  const [needsPassword, setNeedsPassword] = useState(!isSignedIn);
  const send = async ({ password }: Pick<VerifyEmailInput, "password">): Promise<FormOutcome | null> => {
    const answer = unlessRefused(await KINDS[kind].open({ token, password }), "password_needed");
    if (answer && !isVoidLink(answer)) {
      return outcomeOf(answer, ACCOUNT_REFUSALS, ({ email }) => enter(email, password, onTicket));
    }
    if (answer) onVoid();
    else setNeedsPassword(true);
    return {};
  };
  const state = useForm(schema, send);
  return (
    <Form state={state} layout="card">
      {needsPassword ? (
        <PasswordField
          errors={state.outcome.fields}
          description={t("The password of the account that this link is for.")}
          autoFocus
        />
      ) : (
        <p className="text-muted-foreground">{t(KINDS[kind].sentence)}</p>
      )}
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        {t(KINDS[kind].label)}
      </Button>
    </Form>
  );
}

async function enter(email: string, password: string | undefined, onTicket: (ticket: string) => void): Promise<void> {
  if (password === undefined) return goTo("/settings#profile");
  const start = await startSession({ email, password });
  if (start.outcome === "second-step") onTicket(start.ticket);
  else goTo(start.outcome === "signed-in" ? safeNextPath(null) : "/sign-in");
}
