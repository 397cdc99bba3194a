"use client";

import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { clearLockoutAction } from "@/lib/admin/limits/actions";

export function ClearLockout({ subject }: { subject: string }) {
  const t = useText();
  const { pending, run } = useAdminRunner();
  const name = subject.slice(subject.indexOf(":") + 1);
  const clear = () => run("clear", () => clearLockoutAction({ subject }), t("{name} can sign in again.", { name }));
  return (
    <Button
      size="sm"
      aria-label={t("Clear the failed sign-ins of {name}", { name })}
      pending={pending !== null}
      onClick={clear}
    >
      {t("[failed sign ins] Clear")}
    </Button>
  );
}
