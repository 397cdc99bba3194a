"use client";

import { useState } from "react";
import { SettingRow } from "@/components/settings/security/setting-row";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatBytes } from "@/lib/format/bytes";
import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { requestDeletionAction } from "@/lib/privacy/actions";
import { DELETION_GRACE_TEXT } from "@/lib/privacy/constants";
import { PasswordConfirmation } from "./password-confirmation";

interface DeleteAccountProps {
  samples: number;
  storedBytes: number;
  hasPassword: boolean;
}

export function DeleteAccount({ samples, storedBytes, hasPassword }: DeleteAccountProps) {
  const [isOpen, setOpen] = useState(false);
  const description = `Your account and everything in it goes for good after ${DELETION_GRACE_TEXT}.`;
  return (
    <SettingRow
      title="Delete account"
      description={hasPassword ? description : `${description} It asks for your password: set one above first.`}
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
        description={`You are signed out everywhere at once. For ${DELETION_GRACE_TEXT} you can sign in and keep it; then it is gone for good.`}
      >
        <Consequences samples={samples} storedBytes={storedBytes} />
        <PasswordConfirmation
          label="Delete my account"
          variant="danger"
          send={requestDeletionAction}
          onDone={() => window.location.assign(SIGN_IN_PATH)}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </SettingRow>
  );
}

function Consequences({ samples, storedBytes }: { samples: number; storedBytes: number }) {
  const count = samples === 1 ? "1 sample" : `${samples} samples`;
  const library = samples === 0 ? "Your library" : `${count} (${formatBytes(storedBytes)})`;
  return (
    <ul className="mb-5 flex list-disc flex-col gap-1.5 pl-5 text-sm">
      <li>{library} and all that was found out about it. Export it first if you want to keep it.</li>
      <li>Your profile, devices, linked services and exports go with it.</li>
      <li>API keys stop working now.</li>
      <li>
        What stays is the record of what was done under your account&rsquo;s id and from which network addresses,
        without your name or e-mail address.
      </li>
    </ul>
  );
}
