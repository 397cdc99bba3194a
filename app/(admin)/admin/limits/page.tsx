import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { CountersTable } from "@/components/admin/limits/counters-table";
import { LockoutsTable } from "@/components/admin/limits/lockouts-table";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { loadCounters, loadLockouts } from "@/lib/admin/loaders";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Limits") };
}

export default function LimitsPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("api", "rate-limits")}
        title={t("Limits")}
        description={t("Failed sign-ins, and how many requests each account, API key and IP address makes.")}
      />
      <div className="flex flex-col gap-6">
        <Panel
          title={t("Failed sign-ins")}
          description={t("Counted for the account and for the IP address of each attempt.")}
          isFlush
        >
          <Suspense fallback={<Skeleton className="mx-5 mb-5 h-32" />}>
            <Lockouts />
          </Suspense>
        </Panel>
        <Panel title={t("Requests this hour")} description={t("Sorted by rejected requests.")} isFlush>
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
