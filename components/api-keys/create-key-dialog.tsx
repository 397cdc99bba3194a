"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { createApiKeyAction } from "@/lib/api-keys/actions";
import { createApiKeySchema, DEFAULT_REQUESTS_PER_MINUTE } from "@/lib/api-keys/schema";
import type { Permission } from "@/lib/identity/permissions";
import { keyRefusalText } from "./refusal-text";
import { scopeText } from "./scope-text";

const EXPIRIES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: "never", label: "Never" },
] as const;
type Expiry = (typeof EXPIRIES)[number]["value"];

type Errors = Partial<Record<"name" | "scopes" | "allowedCidrs" | "requestsPerMinute" | "form", string>>;

interface CreateKeyDialogProps {
  isOpen: boolean;
  scopes: readonly Permission[];
  onClose: () => void;
  onMade: (secret: string) => void;
}

export function CreateKeyDialog({ isOpen, scopes, onClose, onMade }: CreateKeyDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      title="New API key"
      description="For one program. Give it no more than that program needs: you can make another any time."
    >
      <CreateKeyForm scopes={scopes} onClose={onClose} onMade={onMade} />
    </Dialog>
  );
}

function CreateKeyForm({ scopes, onClose, onMade }: Omit<CreateKeyDialogProps, "isOpen">) {
  const [chosen, setChosen] = useState<ReadonlySet<Permission>>(new Set(["samples:read"]));
  const [expiry, setExpiry] = useState<Expiry>("90");
  const [errors, setErrors] = useState<Errors>({});
  const [isPending, setPending] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const parsed = createApiKeySchema.safeParse(wantedOf(form, [...chosen], expiry));
    if (!parsed.success) return setErrors(firstMessages(parsed.error.issues));
    setErrors({});
    setPending(true);
    const made = await createApiKeyAction(parsed.data).catch(() => undefined);
    setPending(false);
    const result = made?.data;
    if (result?.ok) onMade(result.value.secret);
    else setErrors({ form: keyRefusalText(result?.reason ?? made?.serverError?.code) });
  };
  const toggle = (scope: Permission, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setChosen(next);
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Field label="Name" name="name" error={errors.name}>
        <Input autoComplete="off" placeholder="Backup script" />
      </Field>
      <ScopeChoice scopes={scopes} chosen={chosen} onToggle={toggle} error={errors.scopes} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Expires">
          <Select label="Expires" options={EXPIRIES} value={expiry} onValueChange={setExpiry} className="w-full" />
        </Field>
        <Field label="Requests a minute" name="requestsPerMinute" error={errors.requestsPerMinute}>
          <Input inputMode="numeric" autoComplete="off" placeholder={`${DEFAULT_REQUESTS_PER_MINUTE}, as usual`} />
        </Field>
      </div>
      <Field
        label="Allowed addresses"
        name="allowedCidrs"
        description="Addresses or blocks with commas between them, such as 203.0.113.0/24, 2001:db8::/32. Empty: from anywhere."
        error={errors.allowedCidrs}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Field>
      {errors.form ? (
        <p role="alert" className="text-danger text-sm">
          {errors.form}
        </p>
      ) : null}
      <DialogActions className="mt-1">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" pending={isPending}>
          Create key
        </Button>
      </DialogActions>
    </form>
  );
}

interface ScopeChoiceProps {
  scopes: readonly Permission[];
  chosen: ReadonlySet<Permission>;
  onToggle: (scope: Permission, isOn: boolean) => void;
  error: string | undefined;
}

function ScopeChoice({ scopes, chosen, onToggle, error }: ScopeChoiceProps) {
  return (
    <fieldset aria-describedby={error ? "scopes-error" : undefined}>
      <legend className="mb-2 font-medium text-sm">The program may</legend>
      <div className="grid gap-x-4 gap-y-2.5 sm:grid-cols-2">
        {scopes.map((scope) => (
          <label key={scope} htmlFor={`scope-${scope}`} className="flex items-start gap-2.5 text-sm">
            <Checkbox
              id={`scope-${scope}`}
              className="mt-0.5"
              checked={chosen.has(scope)}
              onCheckedChange={(isOn) => onToggle(scope, isOn)}
            />
            <span>
              {scopeText(scope)}
              <span className="block font-mono text-muted-foreground text-xs">{scope}</span>
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id="scopes-error" className="mt-2 text-danger text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

function wantedOf(form: FormData, scopes: Permission[], expiry: Expiry) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    name: text("name"),
    scopes,
    expiresInDays: expiry === "never" ? null : Number(expiry),
    allowedCidrs: text("allowedCidrs")
      .split(/[\s,]+/)
      .filter(Boolean),
    requestsPerMinute: text("requestsPerMinute") === "" ? null : Number(text("requestsPerMinute")),
  };
}

function firstMessages(issues: readonly { path: PropertyKey[]; message: string }[]): Errors {
  const errors: Errors = {};
  for (const { path, message } of issues) errors[String(path[0]) as keyof Errors] ??= message;
  return errors;
}
