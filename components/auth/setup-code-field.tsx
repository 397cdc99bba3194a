"use client";

import { useText } from "#text";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface SetupCodeFieldProps {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
}

export function SetupCodeField({ value, onValue, error }: SetupCodeFieldProps) {
  const t = useText();
  return (
    <Field
      label={t("Set-up code")}
      name="setupCode"
      description={t(
        "The terminal where SampleMind was started shows it after “First account”, in an address that fills it in. With Docker it is in the log. It is also in the file setup-code in the data folder.",
      )}
      error={error}
    >
      <Input
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="figures"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}
