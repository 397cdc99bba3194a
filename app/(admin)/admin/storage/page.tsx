import type { Metadata } from "next";
import { Suspense } from "react";
import { ListSkeleton } from "@/components/admin/list-skeleton";
import { Pagination } from "@/components/admin/pagination";
import { StorageTable } from "@/components/admin/storage/storage-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { StatTile } from "@/components/ui/stat-tile";
import { loadStorage, loadStorageSummary } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";
import { formatBytes } from "@/lib/format/bytes";

export const metadata: Metadata = { title: "Storage" };

export default function StoragePage({ searchParams }: { searchParams: PageQuery }) {
  return (
    <>
      <PageHeader
        title="Storage"
        description="Originals as they count against a quota; whoever stores most comes first."
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
  const { files, storedBytes, pendingDeletions } = await loadStorageSummary();
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-3" aria-label="All accounts together">
      <StatTile label="Stored" value={formatBytes(storedBytes)} hint="Originals of everybody" />
      <StatTile label="Files" value={files.toLocaleString("en")} hint="Deleted ones until they are purged" />
      <StatTile
        label="To be deleted"
        value={pendingDeletions.toLocaleString("en")}
        hint="Objects that nothing refers to"
        className="col-span-2 lg:col-span-1"
      />
    </dl>
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
