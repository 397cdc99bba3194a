"use client";

import type { ReactNode } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";

export interface ConfirmProps {
  title: string;
  description: ReactNode;
  action: string;
  tone?: "danger" | "primary";
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an action that cannot be undone or that other people notice. */
export function Confirm({ title, description, action, tone = "danger", isPending, onConfirm, onClose }: ConfirmProps) {
  const t = useText();
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && onClose()} title={title} description={description}>
      <DialogActions className="mt-0">
        <Button variant="ghost" onClick={onClose}>
          {t("Cancel")}
        </Button>
        <Button variant={tone} pending={isPending} onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
