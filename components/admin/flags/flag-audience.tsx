"use client";

import { type FormEvent, useId, useState, useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Problem } from "@/components/forms/problem";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Slider } from "@/components/ui/slider";
import { toast } from "@/components/ui/toast";
import { setFlagAction } from "@/lib/flags/actions";
import type { FlagListing } from "@/lib/flags/schema";
import { ROLES, type Role } from "@/lib/identity/permissions";
import { namedRoles } from "@/lib/identity/role-name";

/** Roles, beta testers and the share of people, saved together. */
export function FlagAudience({ flag, plans }: { flag: FlagListing; plans: boolean }) {
  const t = useText();
  const [roles, setRoles] = useState<readonly Role[]>(flag.roles.length > 0 ? flag.roles : ROLES);
  const [betaOnly, setBetaOnly] = useState(flag.betaOnly);
  const [percent, setPercent] = useState(flag.rolloutPercent);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (roles.length === 0) return setProblem(t("Choose at least one role, or turn the feature off."));
    setProblem(null);
    startTransition(async () => {
      const { name, enabled } = flag;
      const wanted = { name, enabled, roles: [...roles], betaOnly, rolloutPercent: percent };
      const answer = await setFlagAction(wanted).catch(() => undefined);
      if (answer?.data?.ok) toast.success(t("{name} was changed.", { name }));
      else setProblem(t(errorText(answer?.serverError?.code)));
    });
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-5">
      <RoleChoice plans={plans} chosen={roles} onChoose={setRoles} />
      <RolloutChoice percent={percent} onPercent={setPercent} />
      <BetaChoice isOn={betaOnly} onChange={setBetaOnly} />
      <Problem>{problem}</Problem>
      <Button type="submit" size="sm" className="self-start" pending={isPending}>
        {t("Save")}
      </Button>
    </form>
  );
}

interface RoleChoiceProps {
  plans: boolean;
  chosen: readonly Role[];
  onChoose: (roles: readonly Role[]) => void;
}

function RoleChoice({ plans, chosen, onChoose }: RoleChoiceProps) {
  const t = useText();
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium text-sm">{t("Roles")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2.5">
        {namedRoles(plans).map(({ name, roles }) => (
          <label key={name} htmlFor={`${id}-${name}`} className="flex items-center gap-2.5 text-sm">
            <Checkbox
              id={`${id}-${name}`}
              checked={roles.some((role) => chosen.includes(role))}
              onCheckedChange={(isOn) =>
                onChoose(ROLES.filter((one) => (roles.includes(one) ? isOn : chosen.includes(one))))
              }
            />
            {t(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const wholePercent = (text: string) => Math.min(100, Math.max(0, Math.round(Number(text) || 0)));

/** A slider and a number field for the same value, so that each person can use the easier one. */
function RolloutChoice({ percent, onPercent }: { percent: number; onPercent: (percent: number) => void }) {
  const t = useText();
  const id = useId();
  return (
    <div>
      <p id={id} className="font-medium text-sm">
        {t("Share of people")}
      </p>
      <div className="flex items-center gap-4">
        <Slider
          label={t("Share of people")}
          value={percent}
          valueText={(value) => t("{percent} per cent", { percent: value })}
          onValueChange={onPercent}
          className="min-w-0 flex-1"
        />
        <Input
          type="number"
          min={0}
          max={100}
          aria-label={t("Percentage of people")}
          value={String(percent)}
          onChange={(event) => onPercent(wholePercent(event.currentTarget.value))}
          className="figures w-20"
        />
        <span aria-hidden className="text-muted-foreground text-sm">
          %
        </span>
      </div>
      <p className="text-muted-foreground text-xs">
        {t("People who already have the feature keep it when the share grows.")}
      </p>
    </div>
  );
}

function BetaChoice({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const t = useText();
  const id = useId();
  return (
    <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
      <Checkbox id={id} checked={isOn} onCheckedChange={onChange} />
      {t("Beta testers only")}
    </label>
  );
}
