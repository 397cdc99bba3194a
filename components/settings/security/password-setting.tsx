"use client";

import { useState } from "react";
import { useText } from "#text";
import { NewPasswordField, PasswordField } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { FormButtons } from "@/components/forms/form-buttons";
import { outcomeOf } from "@/components/forms/form-outcome";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { useForm } from "@/components/forms/use-form";
import { SettingRow } from "@/components/settings/setting-row";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { changePasswordAction } from "@/lib/accounts/passwords/actions";
import type { ChangePasswordInput } from "@/lib/accounts/passwords/schema";

const schema = async () => (await import("@/lib/accounts/passwords/schema")).changePasswordSchema;

export function PasswordSetting({ hasPassword }: { hasPassword: boolean }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const label = hasPassword ? t("Change password") : t("Set password");
  return (
    <SettingRow
      title={t("Password")}
      description={
        hasPassword
          ? t("Changing it signs out all your other devices. API keys keep working.")
          : t("You can only sign in through another service. Set a password to be able to sign in without it.")
      }
      action={
        isOpen ? null : (
          <Button size="sm" onClick={() => setOpen(true)}>
            {label}
          </Button>
        )
      }
    >
      {isOpen ? <ChangePasswordForm hasPassword={hasPassword} label={label} onClose={() => setOpen(false)} /> : null}
    </SettingRow>
  );
}

interface ChangePasswordFormProps {
  hasPassword: boolean;
  label: string;
  onClose: () => void;
}

function ChangePasswordForm({ hasPassword, label, onClose }: ChangePasswordFormProps) {
  const t = useText();
  const done = () => {
    toast.success(hasPassword ? t("Your password was changed.") : t("Your password was set."));
    onClose();
  };
  const send = async (input: ChangePasswordInput) =>
    outcomeOf(await changePasswordAction(input), ACCOUNT_REFUSALS, done, { wrong_password: "current" });
  const state = useForm(schema, send);
  const errors = state.outcome.fields;
  return (
    <Form state={state} layout="inline">
      {hasPassword ? <PasswordField errors={errors} name="current" label={t("Current password")} autoFocus /> : null}
      <NewPasswordField errors={errors} />
      <FormButtons label={label} isPending={state.isPending} onCancel={onClose} />
    </Form>
  );
}
