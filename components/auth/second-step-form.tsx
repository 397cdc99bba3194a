"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { codeSchema } from "@/lib/accounts/second-factor/schema";
import { secondStepSchema } from "@/lib/accounts/sign-in/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { CodeInput } from "./code-input";
import { FormAlert } from "./form-alert";
import { refusalText } from "./refusal-text";
import { finishSession, goTo, requestedPath } from "./start-session";
import { type AuthOutcome, useAuthForm } from "./use-auth-form";

const REFUSED =
  "That code was not taken. Codes change every 30 seconds and work once; after several attempts or five minutes, sign in anew.";

const codeOnlySchema = secondStepSchema.pick({ code: true });

/** The second step of a sign-in. There is no session before it. */
export function SecondStepForm({ ticket }: { ticket: string }) {
  const [wantsRecovery, setWantsRecovery] = useState(false);
  const send = async ({ code }: { code: string }): Promise<AuthOutcome | null> => {
    const start = await finishSession({ ticket, code: codeSchema.parse(code) });
    if (start.outcome === "rate_limited") return { form: refusalText(start.outcome) };
    if (start.outcome !== "signed-in") return { form: REFUSED };
    goTo(safeNextPath(requestedPath()));
    return null;
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(codeOnlySchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="glass flex flex-col gap-5 rounded-xl p-6">
      <FormAlert>{outcome.form}</FormAlert>
      <Field
        label={wantsRecovery ? "Recovery code" : "Code"}
        name="code"
        description={
          wantsRecovery
            ? "One of the ten that you put away. It works once."
            : "The six digits that your authenticator app shows now."
        }
        error={outcome.fields?.code}
      >
        <CodeInput key={String(wantsRecovery)} autoFocus inputMode={wantsRecovery ? "text" : "numeric"} />
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={isPending}>
        Continue
      </Button>
      <Button variant="link" size="sm" className="self-center" onClick={() => setWantsRecovery(!wantsRecovery)}>
        {wantsRecovery ? "Use the authenticator app" : "Use a recovery code"}
      </Button>
    </form>
  );
}
