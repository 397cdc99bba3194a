"use client";

import { useState } from "react";
import { SettingRow } from "@/components/settings/security/setting-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { cancelEmailChangeAction } from "@/lib/accounts/email-change/actions";
import type { ProfileSettings } from "@/lib/accounts/schema";
import { requestVerificationAction } from "@/lib/accounts/verification/actions";
import { formatTimeSpan } from "@/lib/format/time";
import { ChangeEmailForm } from "./change-email-form";

interface EmailSettingProps {
  profile: ProfileSettings;
  nowMs: number;
}

/** The address, whether it is confirmed, and the way to another one. */
export function EmailSetting({ profile, nowMs }: EmailSettingProps) {
  const [isOpen, setOpen] = useState(false);
  const { isEmailVerified, hasPassword, pendingEmail, mailIsSent } = profile;
  return (
    <SettingRow
      title="E-mail"
      badge={isEmailVerified ? <Badge tone="success">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
      description={<EmailText profile={profile} nowMs={nowMs} />}
      action={
        <>
          {isEmailVerified || pendingEmail ? null : <NewLink mailIsSent={mailIsSent} />}
          {pendingEmail ? <CancelChange /> : null}
          {pendingEmail || isOpen ? null : (
            <Button size="sm" onClick={() => setOpen(true)}>
              Change e-mail
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

function EmailText({ profile, nowMs }: EmailSettingProps) {
  const { email, isEmailVerified, mailIsSent, pendingEmail } = profile;
  const address = <span className="break-all">{email}</span>;
  if (pendingEmail) {
    const left = formatTimeSpan((Date.parse(pendingEmail.expiresAt) - nowMs) / 1000);
    const wanted = <strong className="break-all font-medium text-foreground">{pendingEmail.email}</strong>;
    return (
      <>
        {address}, until you open the link for {wanted}.{" "}
        {mailIsSent
          ? `It is in the mail that was sent there, and good for another ${left}.`
          : `This server sends no mail: whoever runs it has the link for you. It is good for another ${left}.`}
      </>
    );
  }
  if (isEmailVerified) return address;
  return (
    <>
      {address} is not confirmed.{" "}
      {mailIsSent
        ? "Open the link in the mail that was sent to it."
        : "This server sends no mail: whoever runs it has the link for you."}
    </>
  );
}

/** Another link that confirms the address as it is. */
function NewLink({ mailIsSent }: { mailIsSent: boolean }) {
  const [isPending, setPending] = useState(false);
  const ask = async () => {
    setPending(true);
    const { data } = await requestVerificationAction().catch(() => ({ data: undefined }));
    setPending(false);
    if (!data) toast.error("No link was sent: the server did not answer. Try again.");
    else if (data.ok) toast.success(mailIsSent ? "A link is on its way." : "The link is waiting for the admin.");
    else if (data.reason === "just_sent") toast("A link was sent a moment ago.");
    else toast.success("The address is confirmed already.");
  };
  return (
    <Button size="sm" pending={isPending} onClick={ask}>
      New link
    </Button>
  );
}

function CancelChange() {
  const [isPending, setPending] = useState(false);
  const cancel = async () => {
    setPending(true);
    const { data } = await cancelEmailChangeAction().catch(() => ({ data: undefined }));
    setPending(false);
    // One that is no longer pending is what was asked for.
    if (data) toast.success("Your address stays as it is.");
    else toast.error("Nothing was cancelled: the server did not answer. Try again.");
  };
  return (
    <Button size="sm" pending={isPending} onClick={cancel}>
      Cancel the change
    </Button>
  );
}
