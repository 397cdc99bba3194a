"use client";

import { useState } from "react";
import { acceptRefusal } from "@/components/forms/action-answer";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { SettingRow } from "@/components/settings/setting-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cancelEmailChangeAction } from "@/lib/accounts/email-change/actions";
import type { ProfileSettings } from "@/lib/accounts/schema";
import { requestVerificationAction } from "@/lib/accounts/verification/actions";
import { formatTimeSpan } from "@/lib/format/time";
import { ChangeEmailForm } from "./change-email-form";

interface EmailSettingProps {
  profile: ProfileSettings;
  nowMs: number;
}

/** The e-mail address, whether it is confirmed, and how to change it. */
export function EmailSetting({ profile, nowMs }: EmailSettingProps) {
  const [isOpen, setOpen] = useState(false);
  const { isEmailVerified, hasPassword, pendingEmail, mailIsSent } = profile;
  return (
    <SettingRow
      title="E-mail address"
      badge={isEmailVerified ? <Badge tone="success">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
      description={<EmailText profile={profile} nowMs={nowMs} />}
      action={
        <>
          {isEmailVerified || pendingEmail ? null : <NewLink mailIsSent={mailIsSent} />}
          {pendingEmail ? <CancelChange /> : null}
          {pendingEmail || isOpen ? null : (
            <Button size="sm" onClick={() => setOpen(true)}>
              Change e-mail address
            </Button>
          )}
        </>
      }
    >
      {isOpen && !pendingEmail ? (
        <ChangeEmailForm hasPassword={hasPassword} mailIsSent={mailIsSent} onClose={() => setOpen(false)} />
      ) : null}
    </SettingRow>
  );
}

const ADMIN_HAS_LINK = "This server does not send e-mail: ask an admin for the link.";

function EmailText({ profile, nowMs }: EmailSettingProps) {
  const { email, isEmailVerified, mailIsSent, pendingEmail } = profile;
  const address = <span className="break-all">{email}</span>;
  if (pendingEmail) {
    const left = formatTimeSpan((Date.parse(pendingEmail.expiresAt) - nowMs) / 1000);
    const wanted = <strong className="break-all font-medium text-foreground">{pendingEmail.email}</strong>;
    return (
      <>
        {address}, until you open the link for {wanted}.{" "}
        {mailIsSent ? "We have sent it to that address." : ADMIN_HAS_LINK} It is valid for another {left}.
      </>
    );
  }
  if (isEmailVerified) return address;
  return (
    <>
      {address} is not confirmed. {mailIsSent ? "Open the link in the e-mail we sent to it." : ADMIN_HAS_LINK}
    </>
  );
}

/** Requests a new link that confirms the current address. */
function NewLink({ mailIsSent }: { mailIsSent: boolean }) {
  const { pending, run } = useActionRunner(ACCOUNT_REFUSALS);
  const done = mailIsSent ? "We have sent you a link." : "An admin now has the link for you.";
  return (
    <Button size="sm" pending={pending !== null} onClick={() => run("link", () => requestVerificationAction(), done)}>
      New link
    </Button>
  );
}

function CancelChange() {
  const { pending, run } = useActionRunner({});
  const cancel = () =>
    run(
      "cancel",
      // A change that has already been cancelled counts as cancelled.
      async () => acceptRefusal(await cancelEmailChangeAction(), "not_pending"),
      "Your e-mail address stays the same.",
    );
  return (
    <Button size="sm" pending={pending !== null} onClick={cancel}>
      Cancel the change
    </Button>
  );
}
