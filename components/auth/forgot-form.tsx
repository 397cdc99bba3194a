"use client";

import { useState } from "react";
import { useText } from "#text";
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
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const send = async (input: { email: string }): Promise<FormOutcome> => {
    const { data, serverError } = await requestPasswordResetAction(input);
    setAsked(data !== undefined);
    return data ? {} : { form: errorText(serverError?.code) };
  };
  const state = useForm(schema, send);
  const asked = mailIsSent
    ? t(
        "If there is an account with this e-mail address, we have sent a link to it. The link works once, within one hour.",
      )
    : t(
        "If there is an account with this e-mail address, an admin now has a link for you. This server does not send e-mail, so ask them for it. The link works once, within one hour.",
      );
  return (
    <Form state={state} layout="card">
      <FormNote>{isAsked ? asked : null}</FormNote>
      <EmailField errors={state.outcome.fields} />
      <Button type="submit" variant="primary" size="lg" pending={state.isPending}>
        {t("Send me a link")}
      </Button>
    </Form>
  );
}
