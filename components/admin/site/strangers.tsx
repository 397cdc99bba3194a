"use client";

import { useOptimistic, useTransition } from "react";
import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Rich } from "@/components/language/rich";
import { Link } from "@/components/ui/link";
import { Switch } from "@/components/ui/switch";
import { setFlagAction } from "@/lib/flags/actions";
import type { FlagListing } from "@/lib/flags/schema";

/** The features that somebody without an account meets, each with its switch. */
export function Strangers({ flags }: { flags: readonly FlagListing[] }) {
  const t = useText();
  return (
    <ul className="divide-y divide-border">
      {flags.map((flag) => (
        <li key={flag.name} className="flex items-center justify-between gap-4 py-3 first:pt-0">
          <FlagSwitch flag={flag} />
        </li>
      ))}
      <li className="pt-3 text-muted-foreground text-sm">
        <Rich
          t={t}
          text="Who has a feature can be narrowed under <flags>Flags</flags>."
          parts={{
            flags: (inner) => (
              <Link href="/admin/flags" className="text-primary underline underline-offset-4">
                {inner}
              </Link>
            ),
          }}
        />
      </li>
    </ul>
  );
}

function FlagSwitch({ flag }: { flag: FlagListing }) {
  const t = useText();
  const { name, description, enabled, roles, betaOnly, rolloutPercent } = flag;
  const [isOn, show] = useOptimistic(enabled);
  const [isPending, startTransition] = useTransition();
  const { run } = useAdminRunner();
  const change = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const wanted = { name, enabled: next, roles: [...roles], betaOnly, rolloutPercent };
      await run(name, () => setFlagAction(wanted), next ? t("Turned on.") : t("Turned off."));
    });
  return (
    <>
      <label htmlFor={`flag-${name}`} className="min-w-0 text-sm">
        {t(description)}
      </label>
      <Switch id={`flag-${name}`} checked={isOn} disabled={isPending} onCheckedChange={change} />
    </>
  );
}
