"use client";

import { useState } from "react";
import { useText } from "#text";
import { PasswordForm } from "@/components/forms/password-form";
import { DELETION_REFUSALS } from "@/components/settings/refusal-text";
import { SettingRow } from "@/components/settings/setting-row";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatBytes } from "@/lib/format/bytes";
import { SIGN_IN_PATH } from "@/lib/identity/constants";
import { requestDeletionAction } from "@/lib/privacy/actions";
import { DELETION_GRACE_DAYS } from "@/lib/privacy/constants";

interface DeleteAccountProps {
  samples: number;
  storedBytes: number;
  hasPassword: boolean;
}

export function DeleteAccount({ samples, storedBytes, hasPassword }: DeleteAccountProps) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const days = DELETION_GRACE_DAYS;
  return (
    <SettingRow
      title={t("Delete account")}
      description={
        hasPassword
          ? t("Your account and everything in it are permanently deleted after {days} days.", { days })
          : t(
              "Your account and everything in it are permanently deleted after {days} days. This requires a password: set one above first.",
              { days },
            )
      }
      action={
        hasPassword ? (
          <Button size="sm" variant="danger" onClick={() => setOpen(true)}>
            {t("Delete my account")}
          </Button>
        ) : null
      }
    >
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t("Delete your account?")}
        description={t(
          "You are signed out everywhere immediately. For {days} days you can sign in again and keep your account. After that it is permanently deleted.",
          { days },
        )}
      >
        <Consequences samples={samples} storedBytes={storedBytes} />
        <PasswordForm
          label={t("Delete my account")}
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
  const t = useText();
  return (
    <ul className="mb-5 flex list-disc flex-col gap-1.5 pl-5 text-sm">
      <li>
        {samples === 0
          ? t("Your library and all analysis results are deleted. Export them first if you want to keep them.")
          : t.count(
              samples,
              "{count} sample ({size}) and all analysis results are deleted. Export them first if you want to keep them.",
              "{count} samples ({size}) and all analysis results are deleted. Export them first if you want to keep them.",
              { size: formatBytes(storedBytes, t) },
            )}
      </li>
      <li>{t("Your profile, devices, linked services and exports are deleted.")}</li>
      <li>{t("Your API keys stop working immediately.")}</li>
      <li>
        {t(
          "The audit log keeps what was done under your account’s ID and from which IP addresses, but not your name or e-mail address.",
        )}
      </li>
    </ul>
  );
}
