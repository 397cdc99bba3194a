"use client";

import { useState } from "react";
import { outcomeOf } from "@/components/auth/answer-outcome";
import { FormAlert } from "@/components/auth/form-alert";
import { type AuthOutcome, useAuthForm } from "@/components/auth/use-auth-form";
import { SettingRow } from "@/components/settings/security/setting-row";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { renameAction } from "@/lib/accounts/profile/actions";
import { type RenameInput, renameSchema } from "@/lib/accounts/profile/schema";

export function NameSetting({ name }: { name: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <SettingRow
      title="Name"
      description={<span className="break-words">{name}</span>}
      action={
        isOpen ? null : (
          <Button size="sm" onClick={() => setOpen(true)}>
            Change name
          </Button>
        )
      }
    >
      {isOpen ? <NameForm name={name} onClose={() => setOpen(false)} /> : null}
    </SettingRow>
  );
}

function NameForm({ name, onClose }: { name: string; onClose: () => void }) {
  const send = async (input: RenameInput): Promise<AuthOutcome | null> => {
    return outcomeOf(await renameAction(input), () => {
      toast.success("Your name is changed.");
      onClose();
    });
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(renameSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      <FormAlert>{outcome.form}</FormAlert>
      <Field label="New name" name="name" error={outcome.fields?.name}>
        <Input autoComplete="name" defaultValue={name} autoFocus required />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={isPending}>
          Save name
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
