import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { ReceivedList } from "@/components/gallery/received-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadReceived } from "@/lib/gallery/loaders";
import { helpAddress } from "@/lib/help/addresses";

export const metadata: Metadata = { title: "What you downloaded" };

export default function DownloadsPage() {
  return (
    <div className="max-w-3xl">
      <PageHeader help={helpAddress("publishing", "licences")} title="What you downloaded" />
      <Suspense fallback={<Skeleton className="h-44" />}>
        <Received />
      </Suspense>
    </div>
  );
}

async function Received() {
  const downloads = await loadReceived();
  if (downloads.length > 0) return <ReceivedList downloads={downloads} nowMs={Date.now()} />;
  return (
    <EmptyState
      icon={Download}
      help={helpAddress("publishing", "licences")}
      title="Nothing yet"
      description="What you download from the gallery stands here, with its licence."
      action={<ButtonLink href="/gallery">Open the gallery</ButtonLink>}
    />
  );
}
