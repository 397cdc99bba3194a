"use client";

import { MailOpen } from "lucide-react";
import { lazy, Suspense, useState } from "react";
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
import { goTo, requestedPath, startSession } from "./start-session";

/** A new library is empty, so the first page is the one that fills it. */
const FIRST_PATH = "/upload";

// Only the first person of a server needs these.
const SetupCodeField = lazy(async () => ({ default: (await import("./first-account")).SetupCodeField }));
const Administers = lazy(async () => ({ default: (await import("./first-account")).Administers }));

const schema = async () => (await import("@/lib/accounts/schema")).newAccountSchema;

interface RegisterFormProps {
  /** What lets this visitor register, besides the form's fields. */
  entry: RegistrationEntry;
  /** Null unless this server needs its set-up code. `isAsked`: the address has not brought it. */
  setupCode: { value: string; onValue: (value: string) => void; isAsked: boolean } | null;
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
  if (done) {
    return (
      <Suspense>
        <Administers firstPath={FIRST_PATH} />
      </Suspense>
    );
  }
  // A code that the address has brought is shown only if it is wrong.
  const asked = setupCode && (setupCode.isAsked || errors?.setupCode) ? setupCode : null;
  return (
    <Form state={state} layout="card">
      {asked ? (
        <Suspense fallback={<Skeleton className="h-28" />}>
          <SetupCodeField value={asked.value} onValue={asked.onValue} error={errors?.setupCode} />
        </Suspense>
      ) : null}
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
