"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { useText } from "#text";
import { EmailField, NewPasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { type FormOutcome, outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { registerAction } from "@/lib/accounts/actions";
import type { RegistrationEntry } from "@/lib/accounts/registration/schema";
import type { NewAccountInput } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { FIRST_PATH, goTo, requestedPath, startSession } from "./start-session";

/** Only the first person of a server needs it. */
const SetupCodeField = lazy(async () => ({ default: (await import("./setup-code-field")).SetupCodeField }));

const schema = async () => (await import("@/lib/accounts/schema")).newAccountSchema;

interface RegisterFormProps {
  /** What lets this visitor register, besides the form's fields. */
  entry: RegistrationEntry;
  /** Null unless this server needs its set-up code. `isAsked`: the address has not brought it. */
  setupCode: { value: string; onValue: (value: string) => void; isAsked: boolean } | null;
}

export function RegisterForm({ entry, setupCode }: RegisterFormProps) {
  const t = useText();
  const [done, setDone] = useState<ReactNode>(null);
  const enter = async (input: NewAccountInput, welcome: ReactNode) => {
    const wanted = requestedPath();
    const { outcome } = await startSession(input);
    if (outcome !== "signed-in") goTo("/sign-in");
    else if (welcome) setDone(welcome);
    else goTo(wanted ? safeNextPath(wanted) : FIRST_PATH);
  };
  const send = async (input: NewAccountInput): Promise<FormOutcome | null> => {
    // What comes next is loaded first: without it nothing is sent, and the form says so.
    const { Administers, ReadMail } = await import("./registered");
    return outcomeOf(await registerAction({ ...input, ...entry }), ACCOUNT_REFUSALS, (registered) =>
      registered.next === "read-mail"
        ? setDone(<ReadMail email={input.email} />)
        : enter(input, registered.isAdmin ? <Administers /> : null),
    );
  };
  const state = useForm(schema, send);
  const errors = state.outcome.fields;
  if (done) return done;
  // A code that the address has brought is shown only if it is wrong.
  const asked = setupCode && (setupCode.isAsked || errors?.setupCode) ? setupCode : null;
  return (
    <Form state={state} layout="card">
      {asked ? (
        <Suspense fallback={<Skeleton className="h-28" />}>
          <SetupCodeField value={asked.value} onValue={asked.onValue} error={errors?.setupCode} />
        </Suspense>
      ) : null}
      <Field label={t("Name")} name="name" error={errors?.name}>
        <Input autoComplete="name" required />
      </Field>
      <EmailField errors={errors} />
      <NewPasswordField errors={errors} label={t("Password")} />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        {t("Create account")}
      </Button>
    </Form>
  );
}
