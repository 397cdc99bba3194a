import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { SampleSkeleton } from "@/components/samples/sample-skeleton";
import { SampleView } from "@/components/samples/sample-view";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { loadHiddenLayers, loadSample } from "@/lib/samples/loaders";

interface SamplePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SamplePageProps): Promise<Metadata> {
  const sample = await loadSample((await params).id);
  return { title: sample?.fileName ?? "Sample" };
}

export default function SamplePage({ params }: SamplePageProps) {
  return (
    <Suspense fallback={<SampleSkeleton />}>
      <LoadedSample params={params} />
    </Suspense>
  );
}

async function LoadedSample({ params }: SamplePageProps) {
  const [sample, hiddenLayers, pause] = await Promise.all([
    loadSample((await params).id),
    loadHiddenLayers(),
    loadPause(),
  ]);
  if (!sample) notFound();
  return <SampleView sample={sample} hiddenLayers={hiddenLayers} isPaused={pause !== null} />;
}
