import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { BatchList } from "@/components/batches/batch-list";
import { PauseNotice } from "@/components/live/pause-notice";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadBatches } from "@/lib/batches/loaders";
import { loadText } from "@/lib/choices/language";
import { helpAddress } from "@/lib/help/addresses";
import { loadPause } from "@/lib/pipeline/queue/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Batches") };
}

export default function BatchesPage() {
  const t = useText();
  return (
    <>
      <PageHeader
        help={helpAddress("library", "many-at-once")}
        title={t("Batches")}
        description={t(
          "Uploads of many files, imported folders, and samples that are analysed again. They go on while you are away.",
        )}
      />
      <Suspense fallback={<Skeleton className="h-96 rounded-lg" />}>
        <Loaded />
      </Suspense>
    </>
  );
}

async function Loaded() {
  const [{ batches, hasMore }, pause] = await Promise.all([loadBatches(), loadPause()]);
  return (
    <>
      {pause ? <PauseNotice waiting={pause.waiting} /> : null}
      <BatchList batches={batches} hasMore={hasMore} nowMs={Date.now()} />
    </>
  );
}
