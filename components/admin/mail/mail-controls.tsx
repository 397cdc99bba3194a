"use client";

import { useState } from "react";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { readMailAction, retryMailAction } from "@/lib/admin/mail/actions";
import type { MailRow } from "@/lib/admin/mail/schema";

/** Unsent e-mails can be read here; unsent and failed ones can be sent again. */
export function MailControls({ mail, mailIsSent }: { mail: MailRow; mailIsSent: boolean }) {
  const [body, setBody] = useState<string | null>(null);
  const { pending, run } = useAdminRunner();
  const { id, subject, recipient, state } = mail;
  const read = async () => {
    const opened = await run("read", () => readMailAction({ id }), "The audit log now says that you read this e-mail.");
    if (opened) setBody(opened.body);
  };
  const retry = () => run("retry", () => retryMailAction({ id }), `The e-mail to ${recipient} will be sent again.`);
  const about = `“${subject}” to ${recipient}`;
  return (
    <span className="flex justify-end gap-2">
      {state === "unsent" ? (
        <Button size="sm" aria-label={`Read ${about}`} pending={pending === "read"} onClick={read}>
          Read
        </Button>
      ) : null}
      {mailIsSent && (state === "unsent" || state === "failed") ? (
        <Button size="sm" aria-label={`Send again: ${about}`} pending={pending === "retry"} onClick={retry}>
          Send again
        </Button>
      ) : null}
      {body === null ? null : (
        <Dialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && setBody(null)}
          title={subject}
          description={`To ${recipient}`}
        >
          <pre className="whitespace-pre-wrap break-words rounded-md border bg-muted p-4 font-sans text-sm">{body}</pre>
          <DialogActions>
            <Button onClick={() => setBody(null)}>Close</Button>
          </DialogActions>
        </Dialog>
      )}
    </span>
  );
}
