"use client";

import { useOptimistic, useTransition } from "react";
import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Select } from "@/components/ui/select";
import type { RegistrationMode as Mode } from "@/lib/accounts/registration/schema";
import { setRegistrationAction } from "@/lib/admin/registration/actions";
import { msg } from "@/lib/language/text";

const MODES: readonly { value: Mode; label: string }[] = [
  { value: "open", label: msg("[state] Open") },
  { value: "invitation", label: msg("By invitation") },
  { value: "closed", label: msg("[state] Closed") },
];

const NOTES: Readonly<Record<Mode, string>> = {
  open: msg("Anyone who can reach this server can create an account."),
  invitation: msg("Only people with an invitation can create an account."),
  closed: msg(
    "Nobody can create an account, not even with an invitation. An account can still be made on the command line.",
  ),
};

/** Takes effect at once, also for people who continue with another service. */
export function RegistrationMode({ mode }: { mode: Mode }) {
  const t = useText();
  const [shown, show] = useOptimistic(mode);
  const [isPending, startTransition] = useTransition();
  const { run } = useAdminRunner();
  const choose = (next: Mode) =>
    startTransition(async () => {
      show(next);
      await run("mode", () => setRegistrationAction({ mode: next }), t(NOTES[next]));
    });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Select
        label={t("Who may register")}
        options={MODES.map(({ value, label }) => ({ value, label: t(label) }))}
        value={shown}
        disabled={isPending}
        onValueChange={(next) => next !== shown && choose(next)}
        className="min-w-44"
      />
      <p className="text-muted-foreground text-sm">{t(NOTES[shown])}</p>
    </div>
  );
}
