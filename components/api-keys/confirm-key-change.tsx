"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { revokeApiKeyAction, rotateApiKeyAction } from "@/lib/api-keys/actions";
import type { ApiKeyListing } from "@/lib/api-keys/schema";
import { keyRefusalText } from "./refusal-text";

/** What is about to be done to which key. */
export interface KeyChange {
  kind: "rotate" | "revoke";
  apiKey: ApiKeyListing;
}

const WORDS = {
  rotate: {
    title: "Renew",
    text: "It gets another secret, shown once. The one in use now stops working at once.",
    action: "Renew key",
  },
  revoke: {
    title: "Revoke",
    text: "Whatever uses it stops working at once, open event streams too. This cannot be undone.",
    action: "Revoke key",
  },
} as const;

interface ConfirmKeyChangeProps {
  change: KeyChange;
  onClose: () => void;
  onRotated: (secret: string) => void;
}

export function ConfirmKeyChange({ change: { kind, apiKey }, onClose, onRotated }: ConfirmKeyChangeProps) {
  const [isPending, setPending] = useState(false);
  const words = WORDS[kind];
  const run = async () => {
    setPending(true);
    const refusal = await apply(kind, apiKey.id, onRotated).catch(() => "");
    setPending(false);
    onClose();
    if (refusal !== null) toast.error(keyRefusalText(refusal));
    else if (kind === "revoke") toast.success(`${apiKey.name} was revoked.`);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`${words.title} ${apiKey.name}?`}
      description={words.text}
    >
      <DialogActions className="mt-0">
        <Button variant="ghost" onClick={onClose}>
          Keep it
        </Button>
        <Button variant={kind === "revoke" ? "danger" : "primary"} pending={isPending} onClick={run}>
          {words.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Null where it was done; else why not. */
async function apply(kind: KeyChange["kind"], id: string, onRotated: (secret: string) => void): Promise<string | null> {
  if (kind === "revoke") {
    const { data, serverError } = await revokeApiKeyAction({ id });
    // A key that is already gone is what was asked for.
    return data ? null : (serverError?.code ?? "");
  }
  const { data, serverError } = await rotateApiKeyAction({ id });
  if (!data?.ok) return data?.reason ?? serverError?.code ?? "";
  onRotated(data.value.secret);
  return null;
}
