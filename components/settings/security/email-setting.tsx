"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { requestVerificationAction } from "@/lib/auth/verification/actions";
import { SettingRow } from "./setting-row";

interface EmailSettingProps {
  email: string;
  isVerified: boolean;
  mailIsSent: boolean;
}

export function EmailSetting({ email, isVerified, mailIsSent }: EmailSettingProps) {
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
    <SettingRow
      title="E-mail"
      badge={isVerified ? <Badge tone="success">Confirmed</Badge> : <Badge tone="warning">Not confirmed</Badge>}
      description={
        isVerified ? (
          <span className="break-all">{email}</span>
        ) : (
          `${email} is not confirmed. ${mailIsSent ? "Open the link in the mail that was sent to it." : "This server sends no mail: whoever runs it has the link for you."}`
        )
      }
      action={
        isVerified ? null : (
          <Button size="sm" pending={isPending} onClick={ask}>
            New link
          </Button>
        )
      }
    />
  );
}
