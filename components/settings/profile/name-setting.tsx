"use client";

import { useState } from "react";
import { useText } from "#text";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { SettingRow } from "@/components/settings/setting-row";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { renameAction } from "@/lib/accounts/profile/actions";
import type { RenameInput } from "@/lib/accounts/profile/schema";

const schema = async () => (await import("@/lib/accounts/profile/schema")).renameSchema;

export function NameSetting({ name }: { name: string }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <SettingRow
      title={t("Name")}
      description={<span className="break-words">{name}</span>}
      action={
        isOpen ? null : (
          <Button size="sm" onClick={() => setOpen(true)}>
            {t("Change name")}
          </Button>
        )
      }
    >
      {isOpen ? <NameForm name={name} onClose={() => setOpen(false)} /> : null}
    </SettingRow>
  );
}

function NameForm({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useText();
  const send = async (input: RenameInput) =>
    outcomeOf(await renameAction(input), ACCOUNT_REFUSALS, () => {
      toast.success(t("Your name was changed."));
      onClose();
    });
  const state = useForm(schema, send);
  return (
    <Form state={state} layout="inline">
      <Field label={t("New name")} name="name" error={state.outcome.fields?.name}>
        <Input autoComplete="name" defaultValue={name} autoFocus required />
      </Field>
      <FormButtons label={t("Save name")} isPending={state.isPending} onCancel={onClose} />
    </Form>
  );
}
