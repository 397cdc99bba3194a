import type { Metadata } from "next";
import { Suspense } from "react";
import { DuplicatesView } from "@/components/duplicates/duplicates-view";
import { Skeleton } from "@/components/ui/skeleton";
import { loadText } from "@/lib/choices/language";
import { loadDuplicateGroups } from "@/lib/duplicates/loaders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await loadText();
  return { title: t("Duplicates") };
}

interface DuplicatesPageProps {
  searchParams: Promise<{ after?: string | string[] }>;
}

export default function DuplicatesPage({ searchParams }: DuplicatesPageProps) {
  return (
    <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
      <Loaded searchParams={searchParams} />
    </Suspense>
  );
}

async function Loaded({ searchParams }: DuplicatesPageProps) {
  const { after } = await searchParams;
  const { groups, next } = await loadDuplicateGroups(typeof after === "string" ? after : null);
  return <DuplicatesView groups={groups} nextHref={next && `/duplicates?after=${next}`} />;
}
