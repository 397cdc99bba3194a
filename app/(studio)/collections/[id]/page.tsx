import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { CollectionView } from "@/components/collections/collection-view";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadCollection, loadParents } from "@/lib/collections/loaders";

interface CollectionPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: CollectionPageProps): Promise<Metadata> {
  const [opened, t] = await Promise.all([params.then(({ id }) => loadCollection(id)), loadText()]);
  return { title: opened?.collection.name ?? t("Collection") };
}

export default function CollectionPage({ params }: CollectionPageProps) {
  return (
    <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
      <Loaded params={params} />
    </Suspense>
  );
}

async function Loaded({ params }: CollectionPageProps) {
  const { id } = await params;
  const [opened, parents] = await Promise.all([loadCollection(id), loadParents(id)]);
  if (!opened) notFound();
  return <CollectionView key={id} {...opened} parents={parents} />;
}
