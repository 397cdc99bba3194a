"use client";

import { MailOpen } from "lucide-react";
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
import type { RegisterInput } from "@/lib/accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { goTo, requestedPath, startSession } from "./start-session";

/** A new library is empty, so the first page is the one that fills it. */
const FIRST_PATH = "/upload";

const schema = async () => (await import("@/lib/accounts/schema")).registerSchema;

async function enter(input: RegisterInput): Promise<void> {
  const wanted = requestedPath();
  const { outcome } = await startSession(input);
  goTo(outcome === "signed-in" ? (wanted ? safeNextPath(wanted) : FIRST_PATH) : "/sign-in");
}

export function RegisterForm() {
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const send = async (input: RegisterInput): Promise<FormOutcome | null> =>
    outcomeOf(await registerAction(input), ACCOUNT_REFUSALS, ({ next }) =>
      next === "read-mail" ? setMailedTo(input.email) : enter(input),
    );
  const state = useForm(schema, send);
  const errors = state.outcome.fields;
  if (mailedTo) return <ReadMail email={mailedTo} />;
  return (
    <Form state={state} layout="card">
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
