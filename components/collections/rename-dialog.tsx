"use client";

import { type FormEvent, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NAME_MAX } from "@/lib/playlists/constants";

export interface RenameDialogProps {
  title: string;
  name: string;
  /** Returns whether the new name was taken. */
  onRename: (name: string) => Promise<boolean>;
  onClose: () => void;
}

export function RenameDialog({ title, name: before, onRename, onClose }: RenameDialogProps) {
  const t = useText();
  const [name, setName] = useState(before);
  const [isPending, setPending] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    if (name === before || (await onRename(name))) onClose();
    else setPending(false);
  };
  return (
    <Dialog isOpen isModal onOpenChange={(isOpen) => !isOpen && onClose()} title={title}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <Field label={t("Name")}>
          <Input
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={NAME_MAX}
            required
            autoFocus
          />
        </Field>
        <DialogActions className="mt-2">
          <Button variant="ghost" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button type="submit" variant="primary" pending={isPending}>
            {t("Rename")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
