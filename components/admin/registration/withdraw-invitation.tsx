"use client";

import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { withdrawInvitationAction } from "@/lib/admin/registration/actions";

export function WithdrawInvitation({ id, whose }: { id: string; whose: string }) {
  const { pending, run } = useAdminRunner();
  const withdraw = () =>
    run("withdraw", () => withdrawInvitationAction({ id }), "The invitation was withdrawn. Its link no longer works.");
  return (
    <Button size="sm" aria-label={`Withdraw the invitation for ${whose}`} pending={pending !== null} onClick={withdraw}>
      Withdraw
    </Button>
  );
}
