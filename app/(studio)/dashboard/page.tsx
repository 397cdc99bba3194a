import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { Dashboard } from "@/components/dashboard/dashboard";
import { DashboardSkeleton, DistributionsSkeleton } from "@/components/dashboard/dashboard-skeleton";
import { Distributions } from "@/components/dashboard/distributions";
import { NeedsALook } from "@/components/dashboard/needs-a-look";
import { RecentPlays } from "@/components/dashboard/recent-plays";
import { SmallGalaxy } from "@/components/dashboard/small-galaxy";
import { PauseNotice } from "@/components/live/pause-notice";
import { Checklist } from "@/components/onboarding/checklist";
import { UsageMeters } from "@/components/quotas/usage-meters";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadChoices } from "@/lib/choices/loaders";
import { loadDistributions, loadSmallMap } from "@/lib/library/overview/loaders";
import { loadChecklist } from "@/lib/onboarding/loaders";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { loadRecentPlays } from "@/lib/plays/loaders";
import { loadUsage } from "@/lib/quotas/loaders";
import { loadDashboard } from "@/lib/samples/loaders";
import { COUNTED_MOST } from "@/lib/workbench/constants";
import { loadDoubtedCounts } from "@/lib/workbench/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Dashboard") };
}

export default function DashboardPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        title={t("Dashboard")}
        actions={
          <ButtonLink href="/upload" variant="primary">
            <Upload aria-hidden />
            {t("Upload")}
          </ButtonLink>
        }
      />
      <Suspense>
        <Pause />
      </Suspense>
      <Suspense fallback={<DashboardSkeleton />}>
        <Summary />
      </Suspense>
    </>
  );
}

async function Summary() {
  const [summary, checklist] = await Promise.all([loadDashboard(), loadChecklist()]);
  const parts = {
    look: (
      <Suspense fallback={<Skeleton className="h-60 rounded-lg" />}>
        <Look failed={summary.counts.failed} />
      </Suspense>
    ),
    map: (
      <Suspense fallback={<Skeleton className="h-60 rounded-lg" />}>
        <MapPart />
      </Suspense>
    ),
    distributions: (
      <Suspense fallback={<DistributionsSkeleton />}>
        <Counted />
      </Suspense>
    ),
    usage: (
      <Suspense fallback={<Skeleton className="h-36 rounded-lg" />}>
        <Quota />
      </Suspense>
    ),
    // The last of the page: most people have published nothing, and nothing moves when it comes.
    plays: (
      <Suspense>
        <Plays />
      </Suspense>
    ),
  };
  return (
    <>
      {checklist && <Checklist {...checklist} />}
      <Dashboard summary={summary} nowMs={Date.now()} parts={parts} />
    </>
  );
}

async function Look({ failed }: { failed: number }) {
  return <NeedsALook counts={await loadDoubtedCounts()} most={COUNTED_MOST} failed={failed} />;
}

async function MapPart() {
  const map = await loadSmallMap();
  return map && <SmallGalaxy map={map} />;
}

async function Counted() {
  const [counts, { notation }] = await Promise.all([loadDistributions(), loadChoices()]);
  return <Distributions {...counts} notation={notation} />;
}

async function Plays() {
  const plays = await loadRecentPlays();
  return plays && <RecentPlays plays={plays} nowMs={Date.now()} />;
}

/** Where there is a limit, how much of it is left. */
async function Quota() {
  const t = await loadText();
  const usage = await loadUsage();
  if (usage.uploadsToday.left === null && usage.storageBytes.left === null) return null;
  return (
    <section aria-labelledby="quota">
      <Card>
        <CardHeader>
          <CardTitle id="quota">{t("Your usage")}</CardTitle>
        </CardHeader>
        <CardContent>
          <UsageMeters usage={usage} nowMs={Date.now()} />
        </CardContent>
      </Card>
    </section>
  );
}

async function Pause() {
  const pause = await loadPause();
  return pause && pause.waiting > 0 && <PauseNotice waiting={pause.waiting} />;
}
