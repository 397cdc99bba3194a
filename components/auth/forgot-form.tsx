"use client";

import { useState } from "react";
import { errorText } from "@/components/forms/error-text";
import { EmailField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormNote } from "@/components/forms/form-note";
import type { FormOutcome } from "@/components/forms/form-outcome";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { requestPasswordResetAction } from "@/lib/accounts/passwords/actions";

const schema = async () => (await import("@/lib/accounts/passwords/schema")).requestResetSchema;

export function ForgotForm({ mailIsSent }: { mailIsSent: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const send = async (input: { email: string }): Promise<FormOutcome> => {
    const { data, serverError } = await requestPasswordResetAction(input);
    setAsked(data !== undefined);
    return data ? {} : { form: errorText(serverError?.code) };
  };
  const state = useForm(schema, send);
  const whereItIs = mailIsSent
    ? "we have sent a link to it."
    : "an admin now has a link for you. This server does not send e-mail, so ask them for it.";
  return (
    <Form state={state} layout="card">
      <FormNote>
        {isAsked
          ? `If there is an account with this e-mail address, ${whereItIs} The link works once, within one hour.`
          : null}
      </FormNote>
      <EmailField errors={state.outcome.fields} />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        Send me a link
      </Button>
    </Form>
  );
}
