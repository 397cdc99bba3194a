import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Dashboard } from "@/components/dashboard/dashboard";
import { DashboardSkeleton } from "@/components/dashboard/dashboard-skeleton";
import { PauseNotice } from "@/components/live/pause-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { loadDashboard } from "@/lib/samples/loaders";

export const metadata: Metadata = { title: "Dashboard" };

export default function DashboardPage() {
  return (
    <>
      <PageHeader
        title="Dashboard"
        actions={
          <ButtonLink href="/upload" variant="primary">
            <Upload aria-hidden />
            Upload
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
  const summary = await loadDashboard();
  return <Dashboard summary={summary} nowMs={Date.now()} />;
}

async function Pause() {
  const pause = await loadPause();
  return pause && pause.waiting > 0 && <PauseNotice waiting={pause.waiting} />;
}
