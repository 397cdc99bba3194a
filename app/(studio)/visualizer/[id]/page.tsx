import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { NotedStepMark } from "@/components/onboarding/noted-step";
import { seedOf } from "@/components/visualizer/controls/picture-address";
import { seenSampleOf } from "@/components/visualizer/load-sample";
import { VisualizerGate } from "@/components/visualizer/visualizer-gate";
import { VisualizerPage } from "@/components/visualizer/visualizer-page";
import { loadText } from "@/lib/choices/language";
import { loadFlag } from "@/lib/flags/loaders";
import { loadStepWanted } from "@/lib/onboarding/loaders";
import { loadSample } from "@/lib/samples/loaders";

interface VisualizerPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: VisualizerPageProps): Promise<Metadata> {
  const t = await loadText();
  const sample = await loadSample((await params).id);
  return { title: sample ? t("Visualizer: {name}", { name: sample.fileName }) : t("Visualizer") };
}

export default function Page(props: VisualizerPageProps) {
  return (
    <Suspense fallback={<div data-full-bleed aria-hidden className="fixed inset-0 z-45 bg-background" />}>
      <LoadedVisualizer {...props} />
    </Suspense>
  );
}

async function LoadedVisualizer({ params, searchParams }: VisualizerPageProps) {
  const [sample, isOn, { scene, seed }] = await Promise.all([
    loadSample((await params).id),
    loadFlag("visualizer"),
    searchParams,
  ]);
  if (!sample) notFound();
  const { id, fileName } = sample;
  const seen = seenSampleOf(sample);
  return (
    <VisualizerGate sampleId={id} fileName={fileName} isOn={isOn} isAnalyzed={seen !== null}>
      {seen ? (
        <Suspense fallback={null}>
          <Reached sampleId={id} />
        </Suspense>
      ) : null}
      {seen ? (
        <VisualizerPage sample={seen} initial={{ scene: [scene].flat()[0] ?? null, seed: seedOf([seed].flat()[0]) }} />
      ) : null}
    </VisualizerGate>
  );
}

async function Reached({ sampleId }: { sampleId: string }) {
  return (await loadStepWanted("look")) ? <NotedStepMark step="look" sampleId={sampleId} /> : null;
}
