import type { Metadata } from "next";
import { Suspense } from "react";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListSkeleton } from "@/components/listing/list-skeleton";
import { AppealItem } from "@/components/moderation/appeal-item";
import { ReportedThingItem } from "@/components/moderation/reported-thing";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { loadModeration } from "@/lib/moderation/loaders";

export const metadata: Metadata = { title: "Reports" };

interface ReportsPageProps {
  searchParams: Promise<{ after?: string | string[] }>;
}

export default function ReportsPage({ searchParams }: ReportsPageProps) {
  return (
    <>
      <PageHeader
        title="Reports"
        description="What people think should not be public, and what owners answer. All reports of one thing are answered at once."
      />
      <Suspense fallback={<ListSkeleton />}>
        <Queue searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Queue({ searchParams }: ReportsPageProps) {
  const { after } = await searchParams;
  const { appeals, things, nextCursor } = await loadModeration(typeof after === "string" ? after : null);
  const nowMs = Date.now();
  return (
    <div className="flex flex-col gap-6">
      {appeals.length === 0 ? null : (
        <Panel title="Answers of owners" description="To what was taken down, the oldest first." isFlush>
          <ol aria-label="Answers of owners">
            {appeals.map((appeal) => (
              <AppealItem key={appeal.publicationId} appeal={appeal} nowMs={nowMs} />
            ))}
          </ol>
        </Panel>
      )}
      <Panel title="Open reports" description="The oldest first." isFlush>
        {things.length === 0 ? (
          <EmptyNote>Nothing is reported.</EmptyNote>
        ) : (
          <ol aria-label="Open reports">
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
        {after === undefined ? null : <ButtonLink href="/admin/reports">To the oldest</ButtonLink>}
        {nextCursor === null ? null : (
          <ButtonLink href={`/admin/reports?after=${encodeURIComponent(nextCursor)}`}>Later reports</ButtonLink>
        )}
      </p>
    </div>
  );
}
