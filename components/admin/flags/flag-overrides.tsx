"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { removeOverrideAction, setOverrideAction } from "@/lib/flags/actions";
import type { FlagName } from "@/lib/flags/constants";
import type { FlagOverride } from "@/lib/flags/schema";

interface FlagOverridesProps {
  flag: FlagName;
  overrides: readonly FlagOverride[];
}

/** People for whom the flag has another answer, whatever it says to others. */
export function FlagOverrides({ flag, overrides }: FlagOverridesProps) {
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h4 className="font-medium text-sm">People with their own answer</h4>
        {overrides.length === 0 ? <p className="mt-1 text-muted-foreground text-sm">Nobody.</p> : null}
      </div>
      {overrides.length > 0 ? (
        <ul aria-label={`People with their own answer for ${flag}`} className="divide-y divide-border">
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
  const { userId, name, email, enabled } = override;
  const [isPending, startTransition] = useTransition();
  const remove = () =>
    startTransition(async () => {
      const answer = await removeOverrideAction({ flag, userId }).catch(() => undefined);
      // One that is already gone is what was asked for.
      if (!answer?.data) toast.error("Nothing was changed: the server did not take it. Try again.");
    });
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">{name}</p>
        <p className="truncate text-muted-foreground text-xs">{email}</p>
      </div>
      <Badge tone={enabled ? "success" : "neutral"}>{enabled ? "On" : "Off"}</Badge>
      <IconButton label={`Remove the answer for ${email}`} size="icon-sm" pending={isPending} onClick={remove}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

const ANSWERS = [
  { value: "on", label: "On" },
  { value: "off", label: "Off" },
] as const;
type Answer = (typeof ANSWERS)[number]["value"];

function AddOverride({ flag }: { flag: FlagName }) {
  const [answer, setAnswer] = useState<Answer>("on");
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);

  const add = (event: FormEvent) => {
    event.preventDefault();
    const email = input.current?.value.trim() ?? "";
    if (email === "") return setProblem("Enter the person's e-mail address.");
    setProblem(null);
    startTransition(async () => {
      const result = await setOverrideAction({ flag, email, enabled: answer === "on" }).catch(() => undefined);
      if (result?.data?.ok) {
        if (input.current) input.current.value = "";
      } else {
        const isUnknown = result?.data?.ok === false;
        setProblem(isUnknown ? "Nobody has an account with this address." : "The server did not take it. Try again.");
      }
    });
  };
  return (
    <form onSubmit={add} noValidate className="flex flex-wrap items-start gap-2">
      <Field label="E-mail of a person" name="email" error={problem} className="min-w-48 flex-1">
        <Input ref={input} type="email" autoComplete="off" spellCheck={false} />
      </Field>
      <div className="mt-6.5 flex gap-2">
        <Select
          label={`Answer for this person`}
          options={ANSWERS}
          value={answer}
          onValueChange={setAnswer}
          className="min-w-20"
        />
        <Button type="submit" className="h-10" pending={isPending}>
          Add
        </Button>
      </div>
    </form>
  );
}
