"use client";

import { MailOpen, ShieldCheck } from "lucide-react";
import { useState } from "react";
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
import { goTo, requestedPath, startSession } from "./start-session";

/** A new library is empty, so the first page is the one that fills it. */
const FIRST_PATH = "/upload";

const schema = async () => (await import("@/lib/accounts/schema")).newAccountSchema;

interface RegisterFormProps {
  /** What lets this visitor register, besides the form's fields. */
  entry: RegistrationEntry;
  /** Null unless this server asks for its set-up code. */
  setupCode: { value: string; onValue: (value: string) => void } | null;
}

type Outcome = { kind: "mailed"; email: string } | { kind: "administers" };

export function RegisterForm({ entry, setupCode }: RegisterFormProps) {
  const [done, setDone] = useState<Outcome | null>(null);
  const enter = async (input: NewAccountInput, isAdmin: boolean) => {
    const wanted = requestedPath();
    const { outcome } = await startSession(input);
    if (outcome !== "signed-in") goTo("/sign-in");
    else if (isAdmin) setDone({ kind: "administers" });
    else goTo(wanted ? safeNextPath(wanted) : FIRST_PATH);
  };
  const send = async (input: NewAccountInput): Promise<FormOutcome | null> =>
    outcomeOf(await registerAction({ ...input, ...entry }), ACCOUNT_REFUSALS, (registered) =>
      registered.next === "read-mail"
        ? setDone({ kind: "mailed", email: input.email })
        : enter(input, registered.isAdmin),
    );
  const state = useForm(schema, send);
  const errors = state.outcome.fields;
  if (done?.kind === "mailed") return <ReadMail email={done.email} />;
  if (done) return <Administers />;
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

/** For the first person, who should know what they have become. */
function Administers() {
  return (
    <div role="status" className="glass flex flex-col items-start gap-4 rounded-xl p-6">
      <ShieldCheck aria-hidden className="size-7 text-primary" />
      <h2 className="font-display font-medium text-xl tracking-tight">You administer this server</h2>
      <p className="text-muted-foreground">
        Your account is the first, so you manage the others. Under Admin you decide who may create an account, and make
        other people admins.
      </p>
      <div className="flex flex-wrap gap-2.5">
        <Button variant="primary" onClick={() => goTo(FIRST_PATH)}>
          Upload audio
        </Button>
        <Button onClick={() => goTo("/admin/registration")}>Who may register</Button>
      </div>
    </div>
  );
}

/** Says the same whether or not the address already has an account. Only an e-mail to it tells. */
function ReadMail({ email }: { email: string }) {
  return (
    <div role="status" className="glass flex flex-col items-start gap-3 rounded-xl p-6">
      <MailOpen aria-hidden className="size-7 text-primary" />
      <h2 className="font-display font-medium text-xl tracking-tight">Check your e-mail</h2>
      <p className="text-muted-foreground">
        We have sent a message to <strong className="break-all font-medium text-foreground">{email}</strong>. Open the
        link in it within 24 hours and enter the password you have just chosen.
      </p>
      <p className="text-muted-foreground text-sm">Nothing after a few minutes? Check your spam folder.</p>
    </div>
  );
}
