"use client";

import { useState } from "react";
import { useText } from "#text";
import { NewPasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { type FormOutcome, outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Skeleton } from "@/components/ui/skeleton";
import { resetPasswordAction } from "@/lib/accounts/passwords/actions";
import { isVoidLink } from "./is-void-link";
import { useFragment } from "./use-fragment";
import { VoidLink } from "./void-link";

const schema = async () =>
  (await import("@/lib/accounts/passwords/schema")).resetPasswordSchema.pick({ password: true });

/** Sets a new password for a person who opened the link in an e-mail. */
export function ResetForm() {
  const t = useText();
  const token = useFragment("token");
  const [state, setState] = useState<"asking" | "void" | { endedKeys: number }>("asking");
  if (token === undefined) return <Skeleton className="h-64 rounded-xl" />;
  if (!token || state === "void") return <VoidLink href="/forgot" label={t("Request a new link")} />;
  if (state !== "asking") return <Done endedKeys={state.endedKeys} />;
  return <NewPassword token={token} onDone={setState} onVoid={() => setState("void")} />;
}

interface NewPasswordProps {
  token: string;
  onDone: (value: { endedKeys: number }) => void;
  onVoid: () => void;
}

function NewPassword({ token, onDone, onVoid }: NewPasswordProps) {
  const t = useText();
  const send = async ({ password }: { password: string }): Promise<FormOutcome | null> => {
    const answer = await resetPasswordAction({ token, password });
    if (!isVoidLink(answer)) return outcomeOf(answer, ACCOUNT_REFUSALS, onDone);
    onVoid();
    return null;
  };
  const state = useForm(schema, send);
  return (
    <Form state={state} layout="card">
      <NewPasswordField errors={state.outcome.fields} autoFocus />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        {t("Set password")}
      </Button>
    </Form>
  );
}

function Done({ endedKeys }: { endedKeys: number }) {
  const t = useText();
  return (
    <div role="status" className="glass flex flex-col items-start gap-4 rounded-xl p-6">
      <p className="text-muted-foreground">
        {t("Your new password is set. All your devices have been signed out, and the link no longer works.")}
        {endedKeys > 0
          ? ` ${t.count(
              endedKeys,
              "{count} API key stopped working: create new ones for the programs that need them.",
              "{count} API keys stopped working: create new ones for the programs that need them.",
            )}`
          : null}
      </p>
      <ButtonLink href="/sign-in" variant="primary">
        {t("Sign in")}
      </ButtonLink>
    </div>
  );
}
