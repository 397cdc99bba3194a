"use client";

import { useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { ProviderMark } from "@/components/forms/provider-mark";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { LINK_REFUSALS } from "@/components/settings/refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { beginLinkAction, unlinkAccountAction } from "@/lib/accounts/linked-accounts/actions";
import type { ProviderId } from "@/lib/accounts/linked-accounts/constants";
import type { LinkedService } from "@/lib/accounts/linked-accounts/schema";
import { formatRelativeTime } from "@/lib/format/time";
import type { Text } from "@/lib/language/text";

/** The services a person can sign in with, each with a button to link or unlink it. */
export function LinkedServices({ services, nowMs }: { services: LinkedService[]; nowMs: number }) {
  const t = useText();
  const [leavingFor, setLeavingFor] = useState<ProviderId | null>(null);
  const runner = useActionRunner(LINK_REFUSALS);
  const pending = leavingFor ?? runner.pending;
  const unlink = ({ provider, name }: LinkedService) =>
    runner.run(provider, () => unlinkAccountAction({ provider }), t("{name} was unlinked.", { name }));
  const link = async ({ provider }: LinkedService) => {
    setLeavingFor(provider);
    const problem = await leaveFor(provider).catch(() => errorText());
    // Without a problem the browser is on its way to the service.
    if (problem === null) return;
    toast.error(t(problem));
    setLeavingFor(null);
  };
  return (
    <ul className="divide-y divide-border">
      {services.map((service) => (
        <li key={service.provider} className="flex min-h-15 items-center gap-4 py-2.5">
          <ProviderMark provider={service.provider} />
          <div className="min-w-0 flex-1">
            <p className="font-medium text-sm">{service.name}</p>
            <p className="truncate text-muted-foreground text-xs">{standing(service, nowMs, t)}</p>
          </div>
          <Button
            size="sm"
            pending={pending === service.provider}
            disabled={pending !== null && pending !== service.provider}
            aria-label={
              service.linkedAt ? t("Unlink {name}", { name: service.name }) : t("Link {name}", { name: service.name })
            }
            onClick={() => (service.linkedAt ? unlink(service) : link(service))}
          >
            {service.linkedAt ? t("Unlink") : t("[verb] Link")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function standing({ linkedAt, label, isOffered }: LinkedService, nowMs: number, t: Text): string {
  if (!linkedAt) return t("Not linked");
  const when = formatRelativeTime(linkedAt, nowMs, t);
  if (!label)
    return isOffered ? t("Linked {when}", { when }) : t("Linked {when}; this server no longer offers it", { when });
  return isOffered
    ? t("{label}, linked {when}", { label, when })
    : t("{label}, linked {when}; this server no longer offers it", { label, when });
}

/** Sends the browser to the service. Returns what went wrong, or null. */
async function leaveFor(provider: ProviderId): Promise<string | null> {
  const { data, serverError } = await beginLinkAction({ provider });
  if (!data) return errorText(serverError?.code);
  const { signIn } = await import("next-auth/react");
  await signIn(provider, { callbackUrl: "/settings" });
  return null;
}
