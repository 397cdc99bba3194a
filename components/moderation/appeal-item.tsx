"use client";

import { useText } from "#text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { When } from "@/components/listing/when";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { msg } from "@/lib/language/text";
import { answerAppealAction } from "@/lib/moderation/actions";
import type { OpenAppeal } from "@/lib/moderation/schema";

const REFUSALS = { already_answered: msg("Another admin has answered this. Reload the page.") };

/** What an owner says to a take-down, and the two answers to it. */
export function AppealItem({ appeal, nowMs }: { appeal: OpenAppeal; nowMs: number }) {
  const t = useText();
  const { publicationId: id, title, ownerId, ownerName, takenDownReason, appeal: text, appealedAt } = appeal;
  const { pending, run } = useActionRunner(REFUSALS);
  const answer = (decision: "restore" | "keep", done: string) =>
    void run(decision, () => answerAppealAction({ id, decision }), done);
  return (
    <li className="flex flex-col gap-3 px-5 py-5 not-first:border-t">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="wrap-anywhere min-w-0 font-medium">{title}</h3>
        <p className="text-muted-foreground text-sm">
          <When at={appealedAt} nowMs={nowMs} />
        </p>
      </div>
      <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
        <dt className="text-muted-foreground">{t("[owner] By")}</dt>
        <dd className="wrap-anywhere">
          <Link href={`/admin/users/${ownerId}`} className="text-primary underline underline-offset-4">
            {ownerName ?? t("somebody without a public name")}
          </Link>
        </dd>
        <dt className="text-muted-foreground">{t("Taken down")}</dt>
        <dd className="wrap-anywhere whitespace-pre-line">{takenDownReason}</dd>
        <dt className="text-muted-foreground">{t("Their answer")}</dt>
        <dd className="wrap-anywhere whitespace-pre-line">{text}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" pending={pending === "restore"} onClick={() => answer("restore", t("It is public again."))}>
          {t("Show it again")}
        </Button>
        <Button
          size="sm"
          variant="danger"
          pending={pending === "keep"}
          onClick={() => answer("keep", t("It stays down. Its owner is told."))}
        >
          {t("Leave it down")}
        </Button>
      </div>
    </li>
  );
}
