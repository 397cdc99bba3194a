import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { useText } from "#text";
import { BatchView } from "@/components/batches/batch-view";
import { PauseNotice } from "@/components/live/pause-notice";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { cursorOfId } from "@/lib/api/http/cursor";
import { loadBatch } from "@/lib/batches/loaders";
import { loadText } from "@/lib/choices/language";
import { loadPause } from "@/lib/pipeline/queue/loaders";

interface BatchPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Batch") };
}

export default function BatchPage({ params }: BatchPageProps) {
  const t = useText();
  return (
    <>
      <Link
        href="/batches"
        className="mb-3 inline-flex w-fit items-center gap-1.5 rounded-xs text-muted-foreground text-sm hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("Batches")}
      </Link>
      <Suspense fallback={<BatchSkeleton />}>
        <Loaded params={params} />
      </Suspense>
    </>
  );
}

async function Loaded({ params }: BatchPageProps) {
  const [found, pause] = await Promise.all([loadBatch((await params).id), loadPause()]);
  if (!found) notFound();
  const { batch, items, next, mayChange } = found;
  const page = { items, state: null, cursor: undefined, nextCursor: cursorOfId("items of a batch", next) };
  return (
    <>
      <PageHeader title={batch.name} />
      {pause ? <PauseNotice waiting={pause.waiting} /> : null}
      <BatchView batch={batch} page={page} mayChange={mayChange} />
    </>
  );
}

function BatchSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-4">
      <Skeleton className="h-10 w-64 rounded-md" />
      <Skeleton className="h-24 rounded-lg" />
      <Skeleton className="h-120 rounded-lg" />
    </div>
  );
}
