"use client";

import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Button } from "@/components/ui/button";
import { withdrawInvitationAction } from "@/lib/admin/registration/actions";

export function WithdrawInvitation({ id, whose }: { id: string; whose: string }) {
  const t = useText();
  const { pending, run } = useAdminRunner();
  const withdraw = () =>
    run(
      "withdraw",
      () => withdrawInvitationAction({ id }),
      t("The invitation was withdrawn. Its link no longer works."),
    );
  return (
    <Button
      size="sm"
      aria-label={t("Withdraw the invitation for {whose}", { whose })}
      pending={pending !== null}
      onClick={withdraw}
    >
      {t("Withdraw")}
    </Button>
  );
}
