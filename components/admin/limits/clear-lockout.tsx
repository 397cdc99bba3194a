"use client";

import { useVerb } from "@/components/admin/use-verb";
import { Button } from "@/components/ui/button";
import { clearLockoutAction } from "@/lib/admin/limits/actions";

export function ClearLockout({ subject }: { subject: string }) {
  const { pending, run } = useVerb();
  const name = subject.slice(subject.indexOf(":") + 1);
  const clear = () => run("clear", () => clearLockoutAction({ subject }), `${name} may sign in again.`);
  return (
    <Button size="sm" aria-label={`Clear the failed sign-ins of ${name}`} pending={pending !== null} onClick={clear}>
      Clear
    </Button>
  );
}
