"use client";

import { useState } from "react";
import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { readMailAction, retryMailAction } from "@/lib/admin/mail/actions";
import type { MailRow } from "@/lib/admin/mail/schema";

/** Unsent e-mails can be read here; unsent and failed ones can be sent again. */
export function MailControls({ mail, mailIsSent }: { mail: MailRow; mailIsSent: boolean }) {
  const t = useText();
  const [body, setBody] = useState<string | null>(null);
  const { pending, run } = useAdminRunner();
  const { id, subject, recipient, state } = mail;
  const read = async () => {
    const opened = await run(
      "read",
      () => readMailAction({ id }),
      t("The audit log now says that you read this e-mail."),
    );
    if (opened) setBody(opened.body);
  };
  const retry = () =>
    run("retry", () => retryMailAction({ id }), t("The e-mail to {recipient} will be sent again.", { recipient }));
  return (
    <span className="flex justify-end gap-2">
      {state === "unsent" ? (
        <Button
          size="sm"
          aria-label={t("Read “{subject}” to {recipient}", { subject, recipient })}
          pending={pending === "read"}
          onClick={read}
        >
          {t("[verb] Read")}
        </Button>
      ) : null}
      {mailIsSent && (state === "unsent" || state === "failed") ? (
        <Button
          size="sm"
          aria-label={t("Send again: “{subject}” to {recipient}", { subject, recipient })}
          pending={pending === "retry"}
          onClick={retry}
        >
          {t("Send again")}
        </Button>
      ) : null}
      {body === null ? null : (
        <Dialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && setBody(null)}
          title={subject}
          description={t("To {recipient}", { recipient })}
        >
          <pre className="whitespace-pre-wrap break-words rounded-md border bg-muted p-4 font-sans text-sm">{body}</pre>
          <DialogActions>
            <Button onClick={() => setBody(null)}>{t("Close")}</Button>
          </DialogActions>
        </Dialog>
      )}
    </span>
  );
}
