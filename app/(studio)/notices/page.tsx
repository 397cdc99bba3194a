import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { DigestChoice } from "@/components/notices/digest-choice";
import { NoticeList } from "@/components/notices/notice-list";
import { ReadAll } from "@/components/notices/read-all";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadDigest, loadNotices } from "@/lib/notices/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Notices") };
}

interface NoticesPageProps {
  searchParams: Promise<{ after?: string | string[] }>;
}

export default function NoticesPage({ searchParams }: NoticesPageProps) {
  const t = useText();
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
        <Told searchParams={searchParams} />
      </Suspense>
      <Panel title={t("By e-mail")} description={t("What you have not read, in numbers, with a link to this page.")}>
        <Suspense fallback={<Skeleton className="h-8 w-40" />}>
          <Letters />
        </Suspense>
      </Panel>
    </div>
  );
}

async function Told({ searchParams }: NoticesPageProps) {
  const t = await loadText();
  const { after } = await searchParams;
  const { notices, nextCursor, unread } = await loadNotices(typeof after === "string" ? after : null);
  return (
    <div>
      <PageHeader
        title={t("Notices")}
        description={t("What others did that concerns you.")}
        actions={unread > 0 ? <ReadAll /> : undefined}
      />
      <Card className="overflow-hidden">
        {notices.length === 0 ? (
          <EmptyState
            icon={Bell}
            title={t("Nothing yet")}
            description={t(
              "When somebody follows you, comments on what you published, or an artist you follow publishes something, it stands here.",
            )}
            action={<ButtonLink href="/gallery">{t("Open the gallery")}</ButtonLink>}
          />
        ) : (
          <NoticeList notices={notices} nowMs={Date.now()} />
        )}
      </Card>
      {nextCursor === null ? null : (
        <ButtonLink href={`/notices?after=${encodeURIComponent(nextCursor)}`} className="mt-4">
          {t("Older notices")}
        </ButtonLink>
      )}
    </div>
  );
}

async function Letters() {
  return <DigestChoice {...(await loadDigest())} />;
}
