import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { PauseNotice } from "@/components/live/pause-notice";
import { UsageLine } from "@/components/quotas/usage-line";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { UploadStudio } from "@/components/upload/upload-studio";
import { loadMayBatch } from "@/lib/batches/loaders";
import { loadText } from "@/lib/choices/language";
import { loadFlag } from "@/lib/flags/loaders";
import { helpAddress } from "@/lib/help/addresses";
import { loadMayImport } from "@/lib/imports/loaders";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { loadUsage } from "@/lib/quotas/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("[page] Upload") };
}

export default function UploadPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("uploading")}
        title={t("[page] Upload")}
        description={t("Each file is analysed as soon as it is uploaded: tempo, key, loudness, spectrum and waveform.")}
        actions={
          <Suspense>
            <Imports />
            <BatchesLink />
          </Suspense>
        }
      />
      <Suspense>
        <Pause />
      </Suspense>
      <Suspense fallback={<Skeleton className="mb-4 h-5 w-80" />}>
        <CurrentUsage />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-96 rounded-xl" />}>
        <Studio />
      </Suspense>
    </>
  );
}

async function Studio() {
  const [takesFolders, makesBatches] = await Promise.all([loadFlag("folder-upload"), loadMayBatch()]);
  return <UploadStudio rules={{ takesFolders, makesBatches }} />;
}

async function BatchesLink() {
  const t = await loadText();
  if (!(await loadFlag("batches"))) return null;
  return (
    <Link href="/batches" className="text-primary text-sm underline underline-offset-4">
      {t("Batches")}
    </Link>
  );
}

async function Imports() {
  const t = await loadText();
  if (!(await loadMayImport())) return null;
  return (
    <Link href="/imports" className="text-primary text-sm underline underline-offset-4">
      {t("Import a folder on the server")}
    </Link>
  );
}

async function CurrentUsage() {
  return <UsageLine usage={await loadUsage()} />;
}

async function Pause() {
  const pause = await loadPause();
  return pause && <PauseNotice waiting={pause.waiting} />;
}
