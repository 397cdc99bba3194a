import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { useText } from "#text";
import { ReceivedList } from "@/components/gallery/received-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadReceived } from "@/lib/gallery/loaders";
import { helpAddress } from "@/lib/help/addresses";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("What you downloaded") };
}

export default function DownloadsPage() {
  const t = useText();
  return (
    <div className="max-w-3xl">
      <PageHeader help={helpAddress("publishing", "licences")} title={t("What you downloaded")} />
      <Suspense fallback={<Skeleton className="h-44" />}>
        <Received />
      </Suspense>
    </div>
  );
}

async function Received() {
  const t = await loadText();
  const downloads = await loadReceived();
  if (downloads.length > 0) return <ReceivedList downloads={downloads} nowMs={Date.now()} />;
  return (
    <EmptyState
      icon={Download}
      help={helpAddress("publishing", "licences")}
      title={t("Nothing yet")}
      description={t("What you download from the gallery stands here, with its licence.")}
      action={<ButtonLink href="/gallery">{t("Open the gallery")}</ButtonLink>}
    />
  );
}
