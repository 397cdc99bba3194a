import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { StorageTable } from "@/components/admin/storage/storage-table";
import { StrangeObjectsNotice } from "@/components/admin/storage/strange-objects-notice";
import { ListSkeleton } from "@/components/listing/list-skeleton";
import { Pagination } from "@/components/listing/pagination";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { StatTile } from "@/components/ui/stat-tile";
import { loadStorage, loadStorageSummary } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";
import { loadText } from "@/lib/choices/language";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount } from "@/lib/format/count";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Storage") };
}

export default function StoragePage({ searchParams }: { searchParams: PageQuery }) {
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("Storage")}
        description={t("Original files, as they count towards quotas. The accounts that store the most come first.")}
      />
      <div className="flex flex-col gap-6">
        <Suspense fallback={<Skeleton className="h-26 rounded-lg" />}>
          <Summary />
        </Suspense>
        <Suspense fallback={<ListSkeleton />}>
          <People searchParams={searchParams} />
        </Suspense>
      </div>
    </>
  );
}

async function Summary() {
  const t = await loadText();
  const { files, storedBytes, pendingDeletions, missingOriginals, strangeObjects } = await loadStorageSummary();
  return (
    <>
      <StrangeObjectsNotice found={strangeObjects} />
      <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4" aria-label={t("All accounts")}>
        <StatTile label={t("Stored")} value={formatBytes(storedBytes, t)} hint={t("Original files of all accounts")} />
        <StatTile
          label={t("Files")}
          value={formatCount(files, t)}
          hint={t("Includes deleted files until they are purged")}
        />
        <StatTile
          label={t("To be deleted")}
          value={formatCount(pendingDeletions, t)}
          hint={t("Stored objects no longer in use")}
        />
        <StatTile
          label={t("Missing")}
          value={formatCount(missingOriginals, t)}
          hint={t("Files that storage has lost, as of the last daily check")}
        />
      </dl>
    </>
  );
}

async function People({ searchParams }: { searchParams: PageQuery }) {
  const { rows, ...page } = await loadStorage(searchParams);
  return (
    <Card className="overflow-hidden">
      <StorageTable rows={rows} />
      <Pagination path="/admin/storage" query={{}} shown={rows.length} {...page} />
    </Card>
  );
}
