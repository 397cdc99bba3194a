import type { Metadata } from "next";
import { Suspense } from "react";
import { CountersTable } from "@/components/admin/limits/counters-table";
import { LockoutsTable } from "@/components/admin/limits/lockouts-table";
import { Panel } from "@/components/admin/panel";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadCounters, loadLockouts } from "@/lib/admin/loaders";

export const metadata: Metadata = { title: "Limits" };

export default function LimitsPage() {
  return (
    <>
      <PageHeader title="Limits" description="Who asked how much of the server, and whose sign-ins failed." />
      <div className="flex flex-col gap-6">
        <Panel
          title="Failed sign-ins"
          description="Counted against the account and against the address it was tried from."
          isFlush
        >
          <Suspense fallback={<Skeleton className="mx-5 mb-5 h-32" />}>
            <Lockouts />
          </Suspense>
        </Panel>
        <Panel title="Requests in this hour" description="Whoever was turned away most comes first." isFlush>
          <Suspense fallback={<Skeleton className="mx-5 mb-5 h-64" />}>
            <Counters />
          </Suspense>
        </Panel>
      </div>
    </>
  );
}

async function Lockouts() {
  return <LockoutsTable lockouts={await loadLockouts()} nowMs={Date.now()} />;
}

async function Counters() {
  return <CountersTable counters={await loadCounters()} nowMs={Date.now()} />;
}
