"use client";

import { DoorClosed, ShieldCheck } from "lucide-react";
import { type ReactNode, useState } from "react";
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
  const token = useFragment("invitation");
  const [setupCode, setSetupCode] = useState("");
  if (door === "closed") return <NoWay>{ACCOUNT_REFUSALS.registration_closed}</NoWay>;
  if (door === "invitation") {
    if (token === undefined) return <Skeleton className="h-96 rounded-xl" />;
    if (token === null) return <NoWay>You need an invitation. Ask an admin of this server for one.</NoWay>;
  }
  if (token && !isToken(token)) return <NoWay>{ACCOUNT_REFUSALS.invitation_void}</NoWay>;
  const entry = { ...(token ? { invitation: token } : {}), ...(setupCode ? { setupCode } : {}) };
  const isFirst = door === "first" || door === "first-with-code";
  return (
    <>
      {isFirst ? <First /> : null}
      <RegisterForm
        entry={entry}
        setupCode={door === "first-with-code" ? { value: setupCode, onValue: setSetupCode } : null}
      />
      <ProviderButtons
        services={services}
        beforeLeaving={Object.keys(entry).length > 0 ? () => keepEntryAction(entry) : undefined}
      />
    </>
  );
}

function First() {
  return (
    <p className="mb-4 flex items-start gap-2.5 rounded-md border border-primary/40 bg-primary/10 px-3 py-2.5 text-sm">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-primary" />
      <span>Nobody has an account here yet. The first account administers this server.</span>
    </p>
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
