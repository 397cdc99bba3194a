import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { jobFilters } from "@/components/admin/jobs/job-filters";
import { JobsTable } from "@/components/admin/jobs/jobs-table";
import { QueueControls } from "@/components/admin/jobs/queue-controls";
import { QueueTiles } from "@/components/admin/jobs/queue-tiles";
import { FilterForm } from "@/components/listing/filter-form";
import { Pagination } from "@/components/listing/pagination";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadJobs, loadQueue } from "@/lib/admin/loaders";
import type { PageQuery } from "@/lib/admin/page-query";
import { loadText } from "@/lib/choices/language";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Jobs") };
}

export default function JobsPage({ searchParams }: { searchParams: PageQuery }) {
  const t = useText();
  return (
    <>
      <PageHeader title={t("Jobs")} description={t("The analyses of all accounts: running, waiting and failed.")} />
      <div className="flex flex-col gap-6">
        <Suspense fallback={<Skeleton className="h-44 rounded-lg" />}>
          <Queue />
        </Suspense>
        <Suspense fallback={<Skeleton className="h-120 rounded-lg" />}>
          <Jobs searchParams={searchParams} />
        </Suspense>
      </div>
    </>
  );
}

async function Queue() {
  const queue = await loadQueue();
  return (
    <div className="flex flex-col gap-4">
      <QueueTiles queue={queue} />
      <QueueControls queue={queue} nowMs={Date.now()} />
    </div>
  );
}

async function Jobs({ searchParams }: { searchParams: PageQuery }) {
  const { rows, query, ...pages } = await loadJobs(searchParams);
  return (
    <div>
      <FilterForm path="/admin/jobs" filters={jobFilters(query)} />
      <Card className="overflow-hidden">
        <JobsTable jobs={rows} state={query.state} nowMs={Date.now()} />
        <Pagination path="/admin/jobs" query={query} shown={rows.length} {...pages} />
      </Card>
    </div>
  );
}
