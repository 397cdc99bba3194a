"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { ProviderMark } from "@/components/auth/provider-mark";
import { refusalText } from "@/components/auth/refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { beginLinkAction, unlinkAccountAction } from "@/lib/accounts/linked-accounts/actions";
import type { LinkedService } from "@/lib/accounts/linked-accounts/schema";
import { formatRelativeTime } from "@/lib/format/time";

/** Other services a person may sign in through, each with its link or the way to one. */
export function LinkedServices({ services, nowMs }: { services: LinkedService[]; nowMs: number }) {
  const [pending, setPending] = useState<string | null>(null);
  const run = async (service: LinkedService) => {
    setPending(service.provider);
    const leaves = await (service.linkedAt ? unlink(service) : link(service)).catch(() => {
      toast.error(refusalText(undefined));
      return false;
    });
    if (!leaves) setPending(null);
  };
  return (
    <ul className="divide-y divide-border">
      {services.map((service) => (
        <li key={service.provider} className="flex min-h-15 items-center gap-4 py-2.5">
          <ProviderMark provider={service.provider} />
          <div className="min-w-0 flex-1">
            <p className="font-medium text-sm">{service.name}</p>
            <p className="truncate text-muted-foreground text-xs">{standing(service, nowMs)}</p>
          </div>
          <Button
            size="sm"
            pending={pending === service.provider}
            disabled={pending !== null && pending !== service.provider}
            aria-label={`${service.linkedAt ? "Unlink" : "Link"} ${service.name}`}
            onClick={() => run(service)}
          >
            {service.linkedAt ? "Unlink" : "Link"}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function standing({ linkedAt, label, isOffered }: LinkedService, nowMs: number): string {
  if (!linkedAt) return "Not linked";
  const since = `${label ? `${label}, linked` : "Linked"} ${formatRelativeTime(linkedAt, nowMs)}`;
  return isOffered ? since : `${since}; this server no longer offers it`;
}

/** True: the browser is leaving for the service. */
async function link({ provider }: LinkedService): Promise<boolean> {
  const { data } = await beginLinkAction({ provider });
  if (!data) throw new Error("no answer");
  await signIn(provider, { callbackUrl: "/settings" });
  return true;
}

async function unlink({ provider, name }: LinkedService): Promise<boolean> {
  const { data } = await unlinkAccountAction({ provider });
  if (!data) throw new Error("no answer");
  if (data.ok) toast.success(`${name} is unlinked.`);
  else toast.error(refusalText(data.reason));
  return false;
}
