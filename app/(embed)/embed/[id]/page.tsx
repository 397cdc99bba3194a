import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { EmbedPlayer } from "@/components/embed/embed-player";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadEmbedded } from "@/lib/syndication/loaders";

interface EmbedPageProps {
  params: Promise<{ id: string }>;
}

/** The item has a page of its own, which is what searching programs are to show. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Player"), robots: { index: false, follow: true } };
}

export default function EmbedPage(props: EmbedPageProps) {
  return (
    <main id="content" className="p-3">
      <Suspense fallback={<Skeleton className="h-36 rounded-lg" />}>
        <Loaded {...props} />
      </Suspense>
    </main>
  );
}

async function Loaded({ params }: EmbedPageProps) {
  const { id } = await params;
  const item = await loadEmbedded(id);
  // The proxy has answered already for what is gone. Between the two it can still be withdrawn.
  if (item === null || item === "gone") notFound();
  return <EmbedPlayer {...item} />;
}
