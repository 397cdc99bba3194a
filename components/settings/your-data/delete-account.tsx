"use client";

import { useState } from "react";
import { PasswordForm } from "@/components/forms/password-form";
import { DELETION_REFUSALS } from "@/components/settings/refusal-text";
import { SettingRow } from "@/components/settings/setting-row";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatBytes } from "@/lib/format/bytes";
import { counted } from "@/lib/format/count";
import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { requestDeletionAction } from "@/lib/privacy/actions";
import { DELETION_GRACE_TEXT } from "@/lib/privacy/constants";

interface DeleteAccountProps {
  samples: number;
  storedBytes: number;
  hasPassword: boolean;
}

export function DeleteAccount({ samples, storedBytes, hasPassword }: DeleteAccountProps) {
  const [isOpen, setOpen] = useState(false);
  const description = `Your account and everything in it are permanently deleted after ${DELETION_GRACE_TEXT}.`;
  return (
    <SettingRow
      title="Delete account"
      description={hasPassword ? description : `${description} This requires a password: set one above first.`}
      action={
        hasPassword ? (
          <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
            Delete my account
          </Button>
        ) : null
      }
    >
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title="Delete your account?"
        description={`You are signed out everywhere immediately. For ${DELETION_GRACE_TEXT} you can sign in again and keep your account. After that it is permanently deleted.`}
      >
        <Consequences samples={samples} storedBytes={storedBytes} />
        <PasswordForm
          label="Delete my account"
          variant="danger"
          texts={DELETION_REFUSALS}
          send={requestDeletionAction}
          onDone={() => window.location.assign(SIGN_IN_PATH)}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </SettingRow>
  );
}

function Consequences({ samples, storedBytes }: { samples: number; storedBytes: number }) {
  const library = samples === 0 ? "Your library" : `${counted(samples, "sample")} (${formatBytes(storedBytes)})`;
  return (
    <ul className="mb-5 flex list-disc flex-col gap-1.5 pl-5 text-sm">
      <li>{library} and all analysis results are deleted. Export them first if you want to keep them.</li>
      <li>Your profile, devices, linked services and exports are deleted.</li>
      <li>Your API keys stop working immediately.</li>
      <li>
        The audit log keeps what was done under your account&rsquo;s ID and from which IP addresses, but not your name
        or e-mail address.
      </li>
    </ul>
  );
}
