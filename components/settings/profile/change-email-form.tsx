"use client";

import { useText } from "#text";
import { EmailField, PasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { requestEmailChangeAction } from "@/lib/accounts/email-change/actions";

const schema = async () => (await import("@/lib/accounts/email-change/schema")).requestEmailChangeSchema;

interface ChangeEmailFormProps {
  /** False for a person who has only ever signed in through another service. */
  hasPassword: boolean;
  mailIsSent: boolean;
  onClose: () => void;
}

/** Requests a link for a new e-mail address. */
export function ChangeEmailForm({ hasPassword, mailIsSent, onClose }: ChangeEmailFormProps) {
  const t = useText();
  const state = useForm(schema, async (input) =>
    outcomeOf(await requestEmailChangeAction(input), ACCOUNT_REFUSALS, onClose),
  );
  const errors = state.outcome.fields;
  const way = mailIsSent
    ? t("We send a link to it. Your account keeps its current address until you open the link.")
    : t(
        "This server does not send e-mail: an admin gives you the link. Your account keeps its current address until you open the link.",
      );
  return (
    <Form state={state} layout="inline">
      <EmailField errors={errors} label={t("New e-mail address")} description={way} autoComplete="email" autoFocus />
      {hasPassword ? <PasswordField errors={errors} /> : null}
      <FormButtons
        label={mailIsSent ? t("Send the link") : t("Request the link")}
        isPending={state.isPending}
        onCancel={onClose}
      />
    </Form>
  );
}
