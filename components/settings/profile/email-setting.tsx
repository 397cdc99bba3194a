"use client";

import { useState } from "react";
import { useText } from "#text";
import { acceptRefusal } from "@/components/forms/action-answer";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { Rich } from "@/components/language/rich";
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
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { isEmailVerified, hasPassword, pendingEmail, mailIsSent } = profile;
  return (
    <SettingRow
      title={t("E-mail address")}
      badge={
        isEmailVerified ? (
          <Badge tone="success">{t("Confirmed")}</Badge>
        ) : (
          <Badge tone="warning">{t("Not confirmed")}</Badge>
        )
      }
      description={<EmailText profile={profile} nowMs={nowMs} />}
      action={
        <>
          {isEmailVerified || pendingEmail ? null : <NewLink mailIsSent={mailIsSent} />}
          {pendingEmail ? <CancelChange /> : null}
          {pendingEmail || isOpen ? null : (
            <Button size="sm" onClick={() => setOpen(true)}>
              {t("Change e-mail address")}
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
  const t = useText();
  const { email, isEmailVerified, mailIsSent, pendingEmail } = profile;
  const address = <span className="break-all">{email}</span>;
  if (pendingEmail) {
    const left = formatTimeSpan((Date.parse(pendingEmail.expiresAt) - nowMs) / 1000);
    const wanted = <strong className="break-all font-medium text-foreground">{pendingEmail.email}</strong>;
    return (
      <Rich
        t={t}
        text={
          mailIsSent
            ? "{address}, until you open the link for {wanted}. We have sent it to that address. It is valid for another {left}."
            : "{address}, until you open the link for {wanted}. This server does not send e-mail: ask an admin for the link. It is valid for another {left}."
        }
        values={{ address, wanted, left }}
      />
    );
  }
  if (isEmailVerified) return address;
  return (
    <Rich
      t={t}
      text={
        mailIsSent
          ? "{address} is not confirmed. Open the link in the e-mail we sent to it."
          : "{address} is not confirmed. This server does not send e-mail: ask an admin for the link."
      }
      values={{ address }}
    />
  );
}

/** Requests a new link that confirms the current address. */
function NewLink({ mailIsSent }: { mailIsSent: boolean }) {
  const t = useText();
  const { pending, run } = useActionRunner(ACCOUNT_REFUSALS);
  const done = mailIsSent ? t("We have sent you a link.") : t("An admin now has the link for you.");
  return (
    <Button size="sm" pending={pending !== null} onClick={() => run("link", () => requestVerificationAction(), done)}>
      {t("New link")}
    </Button>
  );
}

function CancelChange() {
  const t = useText();
  const { pending, run } = useActionRunner({});
  const cancel = () =>
    run(
      "cancel",
      // A change that has already been cancelled counts as cancelled.
      async () => acceptRefusal(await cancelEmailChangeAction(), "not_pending"),
      t("Your e-mail address stays the same."),
    );
  return (
    <Button size="sm" pending={pending !== null} onClick={cancel}>
      {t("Cancel the change")}
    </Button>
  );
}
