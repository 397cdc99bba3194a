import type { Metadata } from "next";
import { Suspense } from "react";
import { CountersTable } from "@/components/admin/limits/counters-table";
import { LockoutsTable } from "@/components/admin/limits/lockouts-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadCounters, loadLockouts } from "@/lib/admin/loaders";
import { helpAddress } from "@/lib/help/addresses";

export const metadata: Metadata = { title: "Limits" };

export default function LimitsPage() {
  return (
    <>
      <PageHeader
        help={helpAddress("api", "rate-limits")}
        title="Limits"
        description="Failed sign-ins, and how many requests each account, API key and IP address makes."
      />
      <div className="flex flex-col gap-6">
        <Panel
          title="Failed sign-ins"
          description="Counted for the account and for the IP address of each attempt."
          isFlush
        >
          <Suspense fallback={<Skeleton className="mx-5 mb-5 h-32" />}>
            <Lockouts />
          </Suspense>
        </Panel>
        <Panel title="Requests this hour" description="Sorted by rejected requests." isFlush>
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
