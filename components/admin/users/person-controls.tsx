"use client";

import { type ReactNode, useId } from "react";
import { useText } from "#text";
import { type AdminRunner, useAdminRunner } from "@/components/admin/use-admin-runner";
import { Checkbox } from "@/components/ui/checkbox";
import { setBetaAction } from "@/lib/admin/people/actions";
import type { PersonDetail } from "@/lib/admin/people/schema";
import { AccessControls } from "./access-controls";
import { DeletionControls } from "./deletion-controls";
import { QuotaSetting } from "./quota-setting";
import { RoleSetting } from "./role-setting";

interface PersonControlsProps {
  person: PersonDetail;
  isOneself: boolean;
  plans: boolean;
}

/** Everything that an admin can change about an account. */
export function PersonControls({ person, isOneself, plans }: PersonControlsProps) {
  const t = useText();
  const runner = useAdminRunner();
  return (
    <div className="flex flex-col gap-6">
      <Control title={t("Role")} note={isOneself ? t("Only another admin can change your role.") : undefined}>
        <RoleSetting person={person} plans={plans} isLocked={isOneself} runner={runner} />
      </Control>
      <Control title={t("Quota")}>
        <QuotaSetting person={person} runner={runner} />
      </Control>
      <Control title={t("Beta")}>
        <BetaSetting person={person} runner={runner} />
      </Control>
      <Control
        title={t("Access")}
        note={isOneself ? t("Manage your own sessions and password in your settings.") : undefined}
      >
        {isOneself ? null : <AccessControls person={person} runner={runner} />}
      </Control>
      {isOneself ? null : (
        <Control title={t("Deletion")}>
          <DeletionControls person={person} runner={runner} />
        </Control>
      )}
    </div>
  );
}

function Control({ title, note, children }: { title: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-2.5">
      <h3 className="eyebrow">{title}</h3>
      {children}
      {note ? <p className="text-muted-foreground text-xs">{note}</p> : null}
    </div>
  );
}

function BetaSetting({ person, runner }: { person: PersonDetail; runner: AdminRunner }) {
  const t = useText();
  const id = useId();
  const set = (isBeta: boolean) =>
    runner.run(
      "beta",
      () => setBetaAction({ id: person.id, isBeta }),
      isBeta
        ? t("{name} now gets beta features.", { name: person.name })
        : t("{name} no longer gets beta features.", { name: person.name }),
    );
  return (
    <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
      <Checkbox id={id} checked={person.isBeta} disabled={runner.pending !== null} onCheckedChange={set} />
      {t("Gets beta features")}
    </label>
  );
}
