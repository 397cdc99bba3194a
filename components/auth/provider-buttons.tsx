"use client";

import { useState } from "react";
import { useText } from "#text";
import { errorText } from "@/components/forms/error-text";
import { ProviderMark } from "@/components/forms/provider-mark";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { PROVIDER_NAMES, type ProviderId } from "@/lib/accounts/linked-accounts/constants";
import { safeNextPath } from "@/lib/identity/next-path";
import { requestedPath, signInWith } from "./start-session";

interface ProviderButtonsProps {
  services: readonly ProviderId[];
  /** What has to be done while this page still has it. */
  beforeLeaving?: (() => Promise<unknown>) | undefined;
}

/** One button for each sign-in service of this server; nothing if there are none. */
export function ProviderButtons({ services, beforeLeaving }: ProviderButtonsProps) {
  const t = useText();
  const [pending, setPending] = useState<ProviderId | null>(null);
  if (services.length === 0) return null;
  const leave = (id: ProviderId) => {
    setPending(id);
    const go = async () => {
      await beforeLeaving?.();
      await signInWith(id, safeNextPath(requestedPath()));
    };
    go().catch(() => {
      setPending(null);
      toast.error(t(errorText()));
    });
  };
  return (
    <div className="mt-4 flex flex-col gap-2.5">
      <p className="flex items-center gap-3 text-muted-foreground text-xs before:h-px before:flex-1 before:bg-pressed after:h-px after:flex-1 after:bg-pressed">
        {t("or")}
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
          {t("Continue with {service}", { service: PROVIDER_NAMES[id] })}
        </Button>
      ))}
    </div>
  );
}
