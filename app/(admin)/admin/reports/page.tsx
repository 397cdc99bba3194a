import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListSkeleton } from "@/components/listing/list-skeleton";
import { AppealItem } from "@/components/moderation/appeal-item";
import { ReportedThingItem } from "@/components/moderation/reported-thing";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { loadText } from "@/lib/choices/language";
import { loadModeration } from "@/lib/moderation/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Reports") };
}

interface ReportsPageProps {
  searchParams: Promise<{ after?: string | string[] }>;
}

export default function ReportsPage({ searchParams }: ReportsPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("Reports")}
        description={t(
          "What people think should not be public, and what owners answer. All reports of one thing are answered at once.",
        )}
      />
      <Suspense fallback={<ListSkeleton />}>
        <Queue searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Queue({ searchParams }: ReportsPageProps) {
  const t = await loadText();
  const { after } = await searchParams;
  const { appeals, things, nextCursor } = await loadModeration(typeof after === "string" ? after : null);
  const nowMs = Date.now();
  return (
    <div className="flex flex-col gap-6">
      {appeals.length === 0 ? null : (
        <Panel title={t("Answers of owners")} description={t("To what was taken down, the oldest first.")} isFlush>
          <ol aria-label={t("Answers of owners")}>
            {appeals.map((appeal) => (
              <AppealItem key={appeal.publicationId} appeal={appeal} nowMs={nowMs} />
            ))}
          </ol>
        </Panel>
      )}
      <Panel title={t("Open reports")} description={t("The oldest first.")} isFlush>
        {things.length === 0 ? (
          <EmptyNote>{t("Nothing is reported.")}</EmptyNote>
        ) : (
          <ol aria-label={t("Open reports")}>
            {things.map((thing) => (
              <ReportedThingItem
                key={`${thing.publicationId} ${thing.comment?.id ?? ""}`}
                thing={thing}
                nowMs={nowMs}
              />
            ))}
          </ol>
        )}
      </Panel>
      <p className="flex gap-3">
        {after === undefined ? null : <ButtonLink href="/admin/reports">{t("To the oldest")}</ButtonLink>}
        {nextCursor === null ? null : (
          <ButtonLink href={`/admin/reports?after=${encodeURIComponent(nextCursor)}`}>{t("Later reports")}</ButtonLink>
        )}
      </p>
    </div>
  );
}
