"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { useText } from "#text";
import { ADMIN_REFUSALS } from "@/components/admin/refusal-text";
import { acceptRefusal } from "@/components/forms/action-answer";
import { errorText } from "@/components/forms/error-text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { removeOverrideAction, setOverrideAction } from "@/lib/flags/actions";
import type { FlagName } from "@/lib/flags/constants";
import type { FlagOverride } from "@/lib/flags/schema";
import { msg } from "@/lib/language/text";

interface FlagOverridesProps {
  flag: FlagName;
  overrides: readonly FlagOverride[];
}

/** People for whom the feature is on or off, whatever the flag says for everyone else. */
export function FlagOverrides({ flag, overrides }: FlagOverridesProps) {
  const t = useText();
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h4 className="font-medium text-sm">{t("Exceptions")}</h4>
        {overrides.length === 0 ? <p className="mt-1 text-muted-foreground text-sm">{t("None.")}</p> : null}
      </div>
      {overrides.length > 0 ? (
        <ul aria-label={t("Exceptions for {flag}", { flag })} className="divide-y divide-border">
          {overrides.map((override) => (
            <OverrideRow key={override.userId} flag={flag} override={override} />
          ))}
        </ul>
      ) : null}
      <AddOverride flag={flag} />
    </div>
  );
}

function OverrideRow({ flag, override }: { flag: FlagName; override: FlagOverride }) {
  const t = useText();
  const { userId, name, email, enabled } = override;
  const { pending, run } = useActionRunner({});
  const remove = () =>
    // One that no longer exists counts as removed.
    run("remove", async () => acceptRefusal(await removeOverrideAction({ flag, userId }), "not_found"), null);
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">{name}</p>
        <p className="truncate text-muted-foreground text-xs">{email}</p>
      </div>
      <Badge tone={enabled ? "success" : "neutral"}>{enabled ? t("On") : t("Off")}</Badge>
      <IconButton
        label={t("Remove the exception for {email}", { email })}
        size="icon-sm"
        pending={pending !== null}
        onClick={remove}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

const CHOICES = [
  { value: "on", label: msg("On") },
  { value: "off", label: msg("Off") },
] as const;
type Choice = (typeof CHOICES)[number]["value"];

function AddOverride({ flag }: { flag: FlagName }) {
  const t = useText();
  const [choice, setChoice] = useState<Choice>("on");
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);

  const add = (event: FormEvent) => {
    event.preventDefault();
    const email = input.current?.value.trim() ?? "";
    if (email === "") return setProblem(t("Enter the person's e-mail address."));
    setProblem(null);
    startTransition(async () => {
      const answer = await setOverrideAction({ flag, email, enabled: choice === "on" }).catch(() => undefined);
      const result = answer?.data;
      if (!result) setProblem(t(errorText(answer?.serverError?.code)));
      else if (!result.ok) setProblem(t(ADMIN_REFUSALS[result.reason]));
      else if (input.current) input.current.value = "";
    });
  };
  return (
    <form onSubmit={add} noValidate className="flex flex-wrap items-start gap-2">
      <Field label={t("E-mail address of a person")} name="email" error={problem} className="min-w-48 flex-1">
        <Input ref={input} type="email" autoComplete="off" spellCheck={false} />
      </Field>
      <div className="mt-6.5 flex gap-2">
        <Select
          label={t("On or off for this person")}
          options={CHOICES.map(({ value, label }) => ({ value, label: t(label) }))}
          value={choice}
          onValueChange={setChoice}
          className="min-w-20"
        />
        <Button type="submit" className="h-10" pending={isPending}>
          {t("Add")}
        </Button>
      </div>
    </form>
  );
}
