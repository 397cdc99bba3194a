"use client";

import { useText } from "#text";
import { Dialog } from "@/components/ui/dialog";
import type { KeyScope } from "@/lib/api-keys/constants";
import { CreateKeyForm } from "./create-key-form";

interface CreateKeyDialogProps {
  isOpen: boolean;
  scopes: readonly KeyScope[];
  onClose: () => void;
  onCreated: (secret: string) => void;
}

export function CreateKeyDialog({ isOpen, scopes, onClose, onCreated }: CreateKeyDialogProps) {
  const t = useText();
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      title={t("New API key")}
      description={t(
        "Use one key per program, with only the permissions it needs. You can create more keys at any time.",
      )}
    >
      <CreateKeyForm scopes={scopes} onClose={onClose} onCreated={onCreated} />
    </Dialog>
  );
}
