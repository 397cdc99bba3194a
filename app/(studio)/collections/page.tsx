import type { Metadata } from "next";
import { Suspense } from "react";
import { CollectionsView } from "@/components/collections/collections-view";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadCollections } from "@/lib/collections/loaders";
import { loadPlaylists } from "@/lib/playlists/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Collections") };
}

export default function CollectionsPage() {
  return (
    <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
      <Loaded />
    </Suspense>
  );
}

async function Loaded() {
  const [collections, playlists] = await Promise.all([loadCollections(), loadPlaylists()]);
  return <CollectionsView {...collections} playlists={playlists} />;
}
