"use client";

import { useState } from "react";
import { useText } from "#text";
import { outcomeOf } from "@/components/forms/form-outcome";
import { Problem } from "@/components/forms/problem";
import { useForm } from "@/components/forms/use-form";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { createApiKeyAction } from "@/lib/api-keys/actions";
import type { KeyScope } from "@/lib/api-keys/constants";
import { RATE_LIMITS } from "@/lib/rate-limits/constants";
import { EXPIRIES, type Expiry, newKeyOf } from "./new-key";
import { API_KEY_REFUSALS } from "./refusal-text";
import { ScopeChoice } from "./scope-choice";

const schema = async () => (await import("@/lib/api-keys/schema")).createApiKeySchema;

interface CreateKeyFormProps {
  scopes: readonly KeyScope[];
  onClose: () => void;
  onCreated: (secret: string) => void;
}

export function CreateKeyForm({ scopes, onClose, onCreated }: CreateKeyFormProps) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<KeyScope>>(new Set(["samples:read"]));
  const [expiry, setExpiry] = useState<Expiry>("90");
  const { ref, outcome, isPending, onFocus, onSubmit } = useForm(
    schema,
    async (input) => outcomeOf(await createApiKeyAction(input), API_KEY_REFUSALS, ({ secret }) => onCreated(secret)),
    (data) => newKeyOf(data, [...chosen], expiry),
  );
  const errors = outcome.fields;
  return (
    <form ref={ref} onFocus={onFocus} onSubmit={onSubmit} noValidate className="flex flex-col gap-5">
      <Field label={t("Name")} name="name" error={errors?.name}>
        <Input autoComplete="off" placeholder={t("Backup script")} />
      </Field>
      <ScopeChoice scopes={scopes} chosen={chosen} onChoose={setChosen} error={errors?.scopes} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("[of a key] Expires")}>
          <Select
            label={t("[of a key] Expires")}
            options={EXPIRIES.map(({ value, label }) => ({ value, label: t(label) }))}
            value={expiry}
            onValueChange={setExpiry}
            className="w-full"
          />
        </Field>
        <Field label={t("Requests per minute")} name="requestsPerMinute" error={errors?.requestsPerMinute}>
          <Input
            inputMode="numeric"
            autoComplete="off"
            placeholder={t("Default: {count}", { count: String(RATE_LIMITS.default.perMinute) })}
          />
        </Field>
      </div>
      <Field
        label={t("Allowed IP addresses")}
        name="allowedCidrs"
        description={t(
          "IP addresses or ranges, separated by commas: 203.0.113.0/24, 2001:db8::/32. Leave empty to allow all.",
        )}
        error={errors?.allowedCidrs}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Field>
      <Problem>{outcome.form}</Problem>
      <DialogActions className="mt-1">
        <Button variant="ghost" onClick={onClose}>
          {t("Cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={isPending}>
          {t("Create key")}
        </Button>
      </DialogActions>
    </form>
  );
}
