"use client";

import { useState } from "react";
import { outcomeOf } from "@/components/auth/answer-outcome";
import { FormAlert } from "@/components/auth/form-alert";
import { PasswordInput } from "@/components/auth/password-input";
import { refusalOutcome } from "@/components/auth/refusal-text";
import { type AuthOutcome, useAuthForm } from "@/components/auth/use-auth-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { changePasswordAction } from "@/lib/accounts/passwords/actions";
import { type ChangePasswordInput, changePasswordSchema } from "@/lib/accounts/passwords/schema";
import { PASSWORD_MIN_LENGTH } from "@/lib/accounts/schema";
import { SettingRow } from "./setting-row";

export function PasswordSetting({ hasPassword }: { hasPassword: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const label = hasPassword ? "Change password" : "Set password";
  return (
    <SettingRow
      title="Password"
      description={
        hasPassword
          ? "Changing it signs out all your other devices."
          : "You sign in through another service only. With a password you also get in without it."
      }
      action={
        isOpen ? null : (
          <Button size="sm" onClick={() => setOpen(true)}>
            {label}
          </Button>
        )
      }
    >
      {isOpen ? <PasswordForm hasPassword={hasPassword} label={label} onClose={() => setOpen(false)} /> : null}
    </SettingRow>
  );
}

function PasswordForm({ hasPassword, label, onClose }: { hasPassword: boolean; label: string; onClose: () => void }) {
  const send = async (input: ChangePasswordInput): Promise<AuthOutcome | null> => {
    return outcomeOf(
      await changePasswordAction(input),
      () => {
        toast.success("Your password is changed.");
        onClose();
      },
      { outcome: (reason) => refusalOutcome(reason, { wrong_password: "current" }) },
    );
  };
  const { form, outcome, isPending, onSubmit } = useAuthForm(changePasswordSchema, send);
  return (
    <form ref={form} onSubmit={onSubmit} method="post" noValidate className="flex max-w-sm flex-col gap-4">
      <FormAlert>{outcome.form}</FormAlert>
      {hasPassword ? (
        <Field label="Current password" name="current" error={outcome.fields?.current}>
          <PasswordInput autoComplete="current-password" autoFocus required />
        </Field>
      ) : null}
      <Field
        label="New password"
        name="password"
        description={`At least ${PASSWORD_MIN_LENGTH} characters. A few words in a row are easier to keep.`}
        error={outcome.fields?.password}
      >
        <PasswordInput autoComplete="new-password" required />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" pending={isPending}>
          {label}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
