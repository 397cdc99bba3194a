"use client";

import { useState } from "react";
import { useText } from "#text";
import { CodeField } from "@/components/forms/code-field";
import { errorText } from "@/components/forms/error-text";
import { Form } from "@/components/forms/form";
import type { FormOutcome } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { safeNextPath } from "@/lib/identity/next-path";
import { msg } from "@/lib/language/text";
import { finishSession, goTo, requestedPath } from "./start-session";

const REFUSED = msg(
  "This code was not accepted. Codes change every 30 seconds, and each one works once. After several attempts or five minutes you have to sign in again.",
);

const schema = async () => (await import("@/lib/accounts/second-factor/schema")).confirmSecondFactorSchema;

const KINDS = {
  app: {
    label: msg("Authentication code"),
    description: msg("The six digits that your authenticator app shows now."),
    inputMode: "numeric",
    switchLabel: msg("Use a recovery code"),
  },
  recovery: {
    label: msg("Recovery code"),
    description: msg("One of the ten codes you saved. Each one works once."),
    inputMode: "text",
    switchLabel: msg("Use the authenticator app"),
  },
} as const;

/** The second step of a sign-in. There is no session before it. */
export function SecondStepForm({ ticket }: { ticket: string }) {
  const t = useText();
  const [kind, setKind] = useState<keyof typeof KINDS>("app");
  const { switchLabel, label, description, inputMode } = KINDS[kind];
  const send = async ({ code }: { code: string }): Promise<FormOutcome | null> => {
    const start = await finishSession({ ticket, code });
    if (start.outcome === "rate_limited") return { form: errorText(start.outcome) };
    if (start.outcome !== "signed-in") return { form: REFUSED };
    goTo(safeNextPath(requestedPath()));
    return null;
  };
  const state = useForm(schema, send);
  return (
    <Form state={state} layout="card">
      <CodeField
        key={kind}
        label={t(label)}
        description={t(description)}
        inputMode={inputMode}
        errors={state.outcome.fields}
        autoFocus
      />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        {t("Continue")}
      </Button>
      <Button
        variant="link"
        size="sm"
        className="self-center"
        onClick={() => setKind(kind === "app" ? "recovery" : "app")}
      >
        {t(switchLabel)}
      </Button>
    </Form>
  );
}
