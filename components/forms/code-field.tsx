"use client";

import { useText } from "#text";
import { Field } from "@/components/ui/field";
import { CodeInput } from "./code-input";
import type { NamedFieldProps } from "./fields";

interface CodeFieldProps extends NamedFieldProps {
  inputMode?: "numeric" | "text";
}

/** A code that an authenticator app shows, or a recovery code. */
export function CodeField({ errors, label, description, autoFocus, inputMode }: CodeFieldProps) {
  const t = useText();
  return (
    <Field label={label ?? t("Authentication code")} name="code" description={description} error={errors?.code}>
      <CodeInput autoFocus={autoFocus} inputMode={inputMode} />
    </Field>
  );
}
