"use client";

import { ChevronDown } from "lucide-react";
import { useId, useOptimistic, useState, useTransition } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import { setFlagAction } from "@/lib/flags/actions";
import type { FlagListing } from "@/lib/flags/schema";
import { audienceText } from "./audience-text";
import { FlagAudience } from "./flag-audience";
import { FlagOverrides } from "./flag-overrides";

/** One feature. Its switch takes effect at once; a button opens the settings of its audience. */
export function FlagRow({ flag, plans }: { flag: FlagListing; plans: boolean }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { enabled, isPending, switchTo } = useFlagSwitch(flag);
  const panelId = useId();
  return (
    <li className="px-5 py-4" aria-busy={isPending || undefined}>
      <div className="flex items-start gap-4">
        <FlagText flag={{ ...flag, enabled }} plans={plans} />
        <Switch aria-label={flag.name} checked={enabled} readOnly={isPending} onCheckedChange={switchTo} />
      </div>
      <Button
        variant="ghost"
        size="sm"
        className="-ml-2.5 mt-1.5"
        aria-expanded={isOpen}
        aria-controls={panelId}
        aria-label={t("Audience of {flag}", { flag: flag.name })}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
        {t("Audience")}
      </Button>
      <div
        id={panelId}
        hidden={!isOpen}
        className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 lg:grid-cols-2"
      >
        {isOpen ? (
          <>
            <FlagAudience flag={flag} plans={plans} />
            <FlagOverrides flag={flag.name} overrides={flag.overrides} />
          </>
        ) : null}
      </div>
    </li>
  );
}

/** Shows the new position of the switch at once, and the old one again if the server refuses. */
function useFlagSwitch(flag: FlagListing) {
  const t = useText();
  const { name, roles, betaOnly, rolloutPercent } = flag;
  const [enabled, showEnabled] = useOptimistic(flag.enabled);
  const [isPending, startTransition] = useTransition();
  const switchTo = (next: boolean) =>
    startTransition(async () => {
      showEnabled(next);
      const wanted = { name, enabled: next, roles: [...roles], betaOnly, rolloutPercent };
      const answer = await setFlagAction(wanted).catch(() => undefined);
      if (!answer?.data?.ok)
        toast.error(t("{name} was not changed", { name }), { description: t(errorText(answer?.serverError?.code)) });
    });
  return { enabled, isPending, switchTo };
}

function FlagText({ flag, plans }: { flag: FlagListing; plans: boolean }) {
  const t = useText();
  const { name, description, overrides } = flag;
  return (
    <div className="min-w-0 flex-1">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="font-medium font-mono text-sm">{name}</code>
      </h3>
      <p className="mt-1 max-w-prose text-muted-foreground text-sm">{t(description)}</p>
      <p className="mt-2 text-xs">
        <Rich
          t={t}
          text="<label>On for</label> {audience}"
          values={{ audience: audienceText(flag, plans, t) }}
          parts={{ label: (inner) => <span className="text-muted-foreground">{inner}</span> }}
        />
        {overrides.length > 0 ? (
          <span className="text-muted-foreground">
            {t.count(overrides.length, ", with {count} exception", ", with {count} exceptions")}
          </span>
        ) : null}
      </p>
    </div>
  );
}
