"use client";

import { useText } from "#text";
import { useActionRunner } from "@/components/forms/use-action-runner";
import { When } from "@/components/listing/when";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";
import { readNoticeAction } from "@/lib/notices/actions";
import type { Notice } from "@/lib/notices/schema";
import { noticeText } from "./notice-text";

const REFUSALS = { not_found: msg("This notice no longer exists. Reload the page.") };

/** What a person was told, the newest first. What they have not read is marked, also in words. */
export function NoticeList({ notices, nowMs }: { notices: readonly Notice[]; nowMs: number }) {
  const t = useText();
  const { pending, run } = useActionRunner(REFUSALS);
  return (
    <ol aria-label={t("Notices")} className="flex flex-col">
      {notices.map((notice) => (
        <li
          key={notice.id}
          className={cn(
            "flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-l-2 px-5 py-4 not-first:border-t",
            notice.isRead ? "border-l-transparent" : "border-l-primary",
          )}
        >
          <div className="min-w-0 flex-1 basis-64">
            <p className={cn("wrap-anywhere", notice.isRead ? "text-muted-foreground" : "font-medium")}>
              {notice.isRead ? null : <span className="sr-only">{t("Not read:")} </span>}
              <Said notice={notice} />
            </p>
            {notice.quote ? (
              <p className="wrap-anywhere mt-1 line-clamp-3 whitespace-pre-line text-muted-foreground text-sm">
                {notice.quote}
              </p>
            ) : null}
            <p className="mt-1 text-muted-foreground text-xs">
              <When at={notice.createdAt} nowMs={nowMs} />
            </p>
          </div>
          {notice.isRead ? null : (
            <Button
              size="sm"
              pending={pending === notice.id}
              onClick={() => void run(notice.id, () => readNoticeAction({ id: notice.id }), null)}
            >
              {t("Mark as read")}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

function Said({ notice }: { notice: Notice }) {
  const text = noticeText(notice, useText());
  if (notice.path === null) return text;
  return (
    <Link href={notice.path} className="rounded-sm hover:text-primary hover:underline hover:underline-offset-4">
      {text}
    </Link>
  );
}
