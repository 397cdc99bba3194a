"use client";

import { type ReactNode, useState } from "react";
import { EmailField, NewPasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { type FormOutcome, outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { registerAction } from "@/lib/accounts/actions";
import type { RegistrationEntry } from "@/lib/accounts/registration/schema";
import type { NewAccountInput } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { FIRST_PATH, goTo, requestedPath, startSession } from "./start-session";

const schema = async () => (await import("@/lib/accounts/schema")).newAccountSchema;

interface RegisterFormProps {
  /** What lets this visitor register, besides the form's fields. */
  entry: RegistrationEntry;
  /** Null unless this server asks for its set-up code. */
  setupCode: { value: string; onValue: (value: string) => void } | null;
}

export function RegisterForm({ entry, setupCode }: RegisterFormProps) {
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
  return (
    <Form state={state} layout="card">
      {setupCode ? <SetupCodeField {...setupCode} error={errors?.setupCode} /> : null}
      <Field label="Name" name="name" error={errors?.name}>
        <Input autoComplete="name" required />
      </Field>
      <EmailField errors={errors} />
      <NewPasswordField errors={errors} label="Password" />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        Create account
      </Button>
    </Form>
  );
}

interface SetupCodeFieldProps {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
}

function SetupCodeField({ value, onValue, error }: SetupCodeFieldProps) {
  return (
    <Field
      label="Set-up code"
      name="setupCode"
      description="Whoever started SampleMind finds it in the terminal or the log, and in the file setup-code in the data folder."
      error={error}
    >
      <Input
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="figures"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}
