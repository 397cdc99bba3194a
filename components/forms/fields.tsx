"use client";

import type { ReactNode } from "react";
import { useText } from "#text";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PASSWORD_MIN_LENGTH } from "@/lib/accounts/constants";
import type { FieldErrors } from "./form-outcome";
import { PasswordInput } from "./password-input";

export interface NamedFieldProps {
  /** Of the whole form; each field takes the one with its name. */
  errors: FieldErrors | undefined;
  label?: string;
  description?: ReactNode;
  autoFocus?: boolean;
}

interface EmailFieldProps extends NamedFieldProps {
  /** `username` is what password managers store a password with. */
  autoComplete?: "username" | "email";
}

export function EmailField({ errors, label, description, autoFocus, autoComplete = "username" }: EmailFieldProps) {
  const t = useText();
  return (
    <Field label={label ?? t("E-mail address")} name="email" description={description} error={errors?.email}>
      <Input type="email" autoComplete={autoComplete} inputMode="email" autoFocus={autoFocus} required />
    </Field>
  );
}

interface PasswordFieldProps extends NamedFieldProps {
  name?: "password" | "current";
}

/** The password that an account has now. */
export function PasswordField({ errors, label, description, autoFocus, name = "password" }: PasswordFieldProps) {
  const t = useText();
  return (
    <Field label={label ?? t("Password")} name={name} description={description} error={errors?.[name]}>
      <PasswordInput autoComplete="current-password" autoFocus={autoFocus} required />
    </Field>
  );
}

/** The password that an account is about to get. */
export function NewPasswordField({ errors, label, autoFocus }: Omit<NamedFieldProps, "description">) {
  const t = useText();
  return (
    <Field
      label={label ?? t("New password")}
      name="password"
      description={t("At least {min} characters. A few random words are easy to remember.", {
        min: PASSWORD_MIN_LENGTH,
      })}
      error={errors?.password}
    >
      <PasswordInput autoComplete="new-password" autoFocus={autoFocus} required />
    </Field>
  );
}
