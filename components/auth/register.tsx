"use client";

import { DoorClosed } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "#text";
import { ACCOUNT_REFUSALS } from "@/components/forms/refusal-text";
import { Skeleton } from "@/components/ui/skeleton";
import type { ProviderId } from "@/lib/accounts/linked-accounts/constants";
import { keepEntryAction } from "@/lib/accounts/registration/actions";
import type { RegistrationDoor } from "@/lib/accounts/registration/schema";
import { isToken } from "@/lib/accounts/tokens/token-shape";
import { ProviderButtons } from "./provider-buttons";
import { RegisterForm } from "./register-form";
import { useFragment } from "./use-fragment";

interface RegisterProps {
  door: RegistrationDoor;
  services: readonly ProviderId[];
}

/** The ways to register that this server offers to this visitor, or why there is none. */
export function Register({ door, services }: RegisterProps) {
  const t = useText();
  const token = useFragment("invitation");
  const brought = useFragment("setup");
  const [typed, setTyped] = useState<string | null>(null);
  if (door === "closed") return <NoWay>{t(ACCOUNT_REFUSALS.registration_closed)}</NoWay>;
  if (door !== "open" && token === undefined) return <Skeleton className="h-96 rounded-xl" />;
  if (door === "invitation" && token === null) {
    return <NoWay>{t("You need an invitation. Ask an admin of this server for one.")}</NoWay>;
  }
  if (token && !isToken(token)) return <NoWay>{t(ACCOUNT_REFUSALS.invitation_void)}</NoWay>;
  const setupCode = door === "first" ? (typed ?? brought ?? "") : "";
  const entry = { ...(token ? { invitation: token } : {}), ...(setupCode ? { setupCode } : {}) };
  return (
    <>
      <RegisterForm
        entry={entry}
        setupCode={
          door === "first" ? { value: setupCode, onValue: setTyped, isAsked: typed !== null || !brought } : null
        }
      />
      <ProviderButtons
        services={services}
        beforeLeaving={Object.keys(entry).length > 0 ? () => keepEntryAction(entry) : undefined}
      />
    </>
  );
}

function NoWay({ children }: { children: ReactNode }) {
  return (
    <div role="status" className="glass flex flex-col items-start gap-3 rounded-xl p-6">
      <DoorClosed aria-hidden className="size-7 text-warning" />
      <p className="text-muted-foreground">{children}</p>
    </div>
  );
}
