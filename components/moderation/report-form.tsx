"use client";

import { useState } from "react";
import { useText } from "#text";
import { FormAlert } from "@/components/forms/form-alert";
import { useFormAction } from "@/components/forms/use-form-action";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { msg } from "@/lib/language/text";
import { reportAction } from "@/lib/moderation/actions";
import { REPORT_REASONS } from "@/lib/moderation/constants";
import { REASON_TEXTS } from "./reason-texts";

const REFUSALS = {
  gone: msg("This is no longer public. There is nothing left to report."),
  not_found: msg("This no longer exists."),
  too_many_reports: msg("Many reports came from your network. Wait a few minutes, then send it again."),
};

interface ReportFormProps {
  publicationId: string;
  /** Null if the sound itself is meant. */
  commentId: string | null;
  /** The page of the item. */
  path: string;
}

/** What somebody thinks should not be public, and why. */
export function ReportForm({ publicationId, commentId, path }: ReportFormProps) {
  const t = useText();
  const { send, isPending, isDone, problem, fields, typed } = useFormAction(reportAction, REFUSALS);
  const [text, setText] = useState(typed.text ?? "");
  const [reason, setReason] = useState(typed.reason ?? "");
  if (isDone) {
    return (
      <div role="status" className="flex flex-col items-start gap-4">
        <p>{t("Thank you. An admin will look at it.")}</p>
        <ButtonLink href={path}>{t("Back to the sound")}</ButtonLink>
      </div>
    );
  }
  return (
    <form action={send} className="flex max-w-prose flex-col gap-5">
      <FormAlert>{problem && t(problem)}</FormAlert>
      <input type="hidden" name="publicationId" value={publicationId} />
      <input type="hidden" name="commentId" value={commentId ?? ""} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-sm">{t("What is wrong?")}</legend>
        {REPORT_REASONS.map((value) => (
          <label key={value} className="flex items-center gap-2.5 text-sm">
            <input
              type="radio"
              name="reason"
              value={value}
              required
              checked={reason === value}
              onChange={() => setReason(value)}
              className="size-4 accent-primary"
            />
            {t(REASON_TEXTS[value])}
          </label>
        ))}
        {fields.reason ? (
          <p role="alert" className="text-danger text-sm">
            {t(fields.reason)}
          </p>
        ) : null}
      </fieldset>
      <Field label={t("What should an admin know? (optional)")} name="text" error={fields.text && t(fields.text)}>
        <Textarea rows={4} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      {/* Nobody sees this field. Programs that fill in everything give themselves away. */}
      <div aria-hidden className="absolute -left-[200vw] size-px overflow-hidden">
        <label>
          {t("Leave this empty")}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <div className="flex gap-3">
        <Button type="submit" variant="primary" pending={isPending}>
          {t("Send the report")}
        </Button>
        <ButtonLink href={path}>{t("Cancel")}</ButtonLink>
      </div>
    </form>
  );
}
