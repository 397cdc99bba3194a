"use client";

import type { ReactNode } from "react";
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
  return (
    <Field label={label ?? "E-mail address"} name="email" description={description} error={errors?.email}>
      <Input type="email" autoComplete={autoComplete} inputMode="email" autoFocus={autoFocus} required />
    </Field>
  );
}

interface PasswordFieldProps extends NamedFieldProps {
  name?: "password" | "current";
}

/** The password that an account has now. */
export function PasswordField({ errors, label, description, autoFocus, name = "password" }: PasswordFieldProps) {
  return (
    <Field label={label ?? "Password"} name={name} description={description} error={errors?.[name]}>
      <PasswordInput autoComplete="current-password" autoFocus={autoFocus} required />
    </Field>
  );
}

/** The password that an account is about to get. */
export function NewPasswordField({ errors, label, autoFocus }: Omit<NamedFieldProps, "description">) {
  return (
    <Field
      label={label ?? "New password"}
      name="password"
      description={`At least ${PASSWORD_MIN_LENGTH} characters. A few random words are easy to remember.`}
      error={errors?.password}
    >
      <PasswordInput autoComplete="new-password" autoFocus={autoFocus} required />
    </Field>
  );
}
