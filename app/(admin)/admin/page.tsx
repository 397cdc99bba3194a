import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { Facts } from "@/components/admin/facts";
import { QUEUE_GRID, QueueTiles } from "@/components/admin/jobs/queue-tiles";
import { DiskList } from "@/components/admin/system/disk-list";
import { FailureList } from "@/components/admin/system/failure-list";
import { HealthList } from "@/components/admin/system/health-list";
import { ImportDirs } from "@/components/admin/system/import-dirs";
import { MailNotice } from "@/components/admin/system/mail-notice";
import { ProxyNotice } from "@/components/admin/system/proxy-notice";
import { SoundIndex } from "@/components/admin/system/sound-index";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import {
  loadFailedMails,
  loadHealth,
  loadMachine,
  loadQueue,
  loadRecentFailures,
  loadSoundIndex,
  loadUntrustedProxy,
} from "@/lib/admin/loaders";
import { loadText } from "@/lib/choices/language";
import { formatBytes } from "@/lib/format/bytes";
import { formatTimeSpan } from "@/lib/format/time";
import { helpAddress } from "@/lib/help/addresses";
import { loadAllowedDirs } from "@/lib/imports/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("System") };
}

export default function SystemPage() {
  const t = useText();
  return (
    <>
      <PageHeader help={helpAddress("self-hosting")} title={t("System")} />
      <div className="flex flex-col gap-6">
        <Suspense>
          <Mails />
        </Suspense>
        <Suspense>
          <Forwarding />
        </Suspense>
        <Suspense fallback={<QueueSkeleton />}>
          <Queue />
        </Suspense>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Panel title={t("Services")}>
            <Suspense fallback={<Skeleton className="h-36" />}>
              <Services />
            </Suspense>
          </Panel>
          <Panel title={t("Latest failures")}>
            <Suspense fallback={<Skeleton className="h-36" />}>
              <Failures />
            </Suspense>
          </Panel>
        </div>
        <Panel title={t("Index of sounds")}>
          <Suspense fallback={<Skeleton className="h-36" />}>
            <Sounds />
          </Suspense>
        </Panel>
        <Panel
          title={t("Directories for imports")}
          description={t("People with the permission can import the folders in them.")}
        >
          <Suspense fallback={<Skeleton className="h-12" />}>
            <Imports />
          </Suspense>
        </Panel>
        <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
          <Machine />
        </Suspense>
      </div>
    </>
  );
}

function QueueSkeleton() {
  return (
    <div className={QUEUE_GRID}>
      {["running", "waiting", "failed", "completed"].map((tile) => (
        <Skeleton key={tile} className="h-26 rounded-lg" />
      ))}
    </div>
  );
}

async function Mails() {
  return <MailNotice failed={await loadFailedMails()} />;
}

async function Forwarding() {
  return <ProxyNotice proxy={await loadUntrustedProxy()} />;
}

async function Queue() {
  return <QueueTiles queue={await loadQueue()} />;
}

async function Services() {
  return <HealthList health={await loadHealth()} />;
}

async function Failures() {
  const failures = await loadRecentFailures();
  return <FailureList failures={failures} nowMs={Date.now()} />;
}

async function Sounds() {
  return <SoundIndex index={await loadSoundIndex()} />;
}

async function Imports() {
  return <ImportDirs dirs={await loadAllowedDirs()} />;
}

async function Machine() {
  const t = await loadText();
  const machine = await loadMachine();
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Panel title={t("Disk")}>
        <DiskList disks={machine.disks} />
      </Panel>
      <Panel title={t("Versions and uptime")}>
        <Facts
          facts={[
            ...machine.versions.map(({ name, version }) => [t(name), <code key={name}>{version}</code>] as const),
            [t("Application uptime"), formatTimeSpan(machine.appUptimeSeconds)],
            [t("Database uptime"), formatTimeSpan(machine.databaseUptimeSeconds)],
            [t("Database size"), formatBytes(machine.databaseBytes, t)],
            [t("Application memory"), formatBytes(machine.appMemoryBytes, t)],
          ]}
        />
      </Panel>
    </div>
  );
}
