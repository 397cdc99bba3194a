"use client";

import { useOptimistic, useTransition } from "react";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Select } from "@/components/ui/select";
import type { RegistrationMode as Mode } from "@/lib/accounts/registration/schema";
import { setRegistrationAction } from "@/lib/admin/registration/actions";

const MODES: readonly { value: Mode; label: string }[] = [
  { value: "open", label: "Open" },
  { value: "invitation", label: "By invitation" },
  { value: "closed", label: "Closed" },
];

const NOTES: Readonly<Record<Mode, string>> = {
  open: "Anyone who can reach this server can create an account.",
  invitation: "Only people with an invitation can create an account.",
  closed:
    "Nobody can create an account, not even with an invitation. An account can still be made on the command line.",
};

/** Takes effect at once, also for people who continue with another service. */
export function RegistrationMode({ mode }: { mode: Mode }) {
  const [shown, show] = useOptimistic(mode);
  const [isPending, startTransition] = useTransition();
  const { run } = useAdminRunner();
  const choose = (next: Mode) =>
    startTransition(async () => {
      show(next);
      await run("mode", () => setRegistrationAction({ mode: next }), NOTES[next]);
    });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Select
        label="Who may register"
        options={MODES}
        value={shown}
        disabled={isPending}
        onValueChange={(next) => next !== shown && choose(next)}
        className="min-w-44"
      />
      <p className="text-muted-foreground text-sm">{NOTES[shown]}</p>
    </div>
  );
}
