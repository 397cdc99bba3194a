"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { PROVIDER_NAMES, type ProviderId } from "@/lib/accounts/linked-accounts/schema";
import { safeNextPath } from "@/lib/identity/next-path";
import { ProviderMark } from "./provider-mark";
import { requestedPath } from "./start-session";

/** The other services this server can ask; nothing where there are none. */
export function ProviderButtons({ services }: { services: readonly ProviderId[] }) {
  const [pending, setPending] = useState<ProviderId | null>(null);
  if (services.length === 0) return null;
  const leave = (id: ProviderId) => {
    setPending(id);
    signIn(id, { callbackUrl: safeNextPath(requestedPath()) }).catch(() => {
      setPending(null);
      toast.error("The server did not answer. Try again in a moment.");
    });
  };
  return (
    <div className="mt-4 flex flex-col gap-2.5">
      <p className="flex items-center gap-3 text-muted-foreground text-xs before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        or
      </p>
      {services.map((id) => (
        <Button
          key={id}
          size="lg"
          pending={pending === id}
          disabled={pending !== null && pending !== id}
          onClick={() => leave(id)}
        >
          {pending === id ? null : <ProviderMark provider={id} />}
          Continue with {PROVIDER_NAMES[id]}
        </Button>
      ))}
    </div>
  );
}
