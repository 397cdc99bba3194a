"use client";

import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { clearLockoutAction } from "@/lib/admin/limits/actions";

export function ClearLockout({ subject }: { subject: string }) {
  const { pending, run } = useAdminRunner();
  const name = subject.slice(subject.indexOf(":") + 1);
  const clear = () => run("clear", () => clearLockoutAction({ subject }), `${name} can sign in again.`);
  return (
    <Button size="sm" aria-label={`Clear the failed sign-ins of ${name}`} pending={pending !== null} onClick={clear}>
      Clear
    </Button>
  );
}
