"use client";

import { TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useText } from "#text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { DELETION_REFUSALS } from "@/components/settings/refusal-text";
import { Button } from "@/components/ui/button";
import { formatDate } from "@/lib/format/time";
import { keepAccountAction } from "@/lib/privacy/actions";

/** Stands on every page while the account is scheduled for deletion: says when, and offers to keep the account. */
export function DeletionNotice({ goesAt }: { goesAt: string }) {
  const t = useText();
  const { pending, run } = useActionRunner(DELETION_REFUSALS);
  const router = useRouter();
  const keep = async () => {
    await run("keep", () => keepAccountAction(), t("Your account will not be deleted."));
    router.refresh();
  };
  return (
    <section
      aria-label={t("Your account is about to be deleted")}
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-danger/60 bg-danger/10 px-4 py-3"
    >
      <TriangleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-64 text-sm">
        {t("Your account and everything in it will be deleted on {date}.", { date: formatDate(goesAt, t) })}
      </p>
      <Button variant="primary" size="sm" pending={pending !== null} onClick={keep}>
        {t("Keep my account")}
      </Button>
    </section>
  );
}
