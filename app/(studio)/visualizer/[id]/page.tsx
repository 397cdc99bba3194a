import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { matchedByDetail } from "@/components/samples/sample-track";
import { seedOf } from "@/components/visualizer/controls/picture-address";
import { pieceFactsOf } from "@/components/visualizer/piece-facts";
import { Visualizer } from "@/components/visualizer/visualizer";
import { VisualizerGate } from "@/components/visualizer/visualizer-gate";
import { loadFlag } from "@/lib/flags/loaders";
import { loadSample } from "@/lib/samples/loaders";

interface VisualizerPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: VisualizerPageProps): Promise<Metadata> {
  const sample = await loadSample((await params).id);
  return { title: sample ? `Visualizer: ${sample.fileName}` : "Visualizer" };
}

export default function VisualizerPage(props: VisualizerPageProps) {
  return (
    <Suspense fallback={<div data-full-bleed aria-hidden className="fixed inset-0 z-30 bg-background" />}>
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
  const { id, fileName, record } = sample;
  return (
    <VisualizerGate sampleId={id} fileName={fileName} isOn={isOn} isAnalyzed={record !== null}>
      {record ? (
        <Visualizer
          sampleId={id}
          fileName={fileName}
          durationSeconds={record.durationSeconds}
          sampleRateHz={record.sampleRateHz}
          channels={record.channels}
          audioUrl={sample.audioUrl}
          matched={matchedByDetail(sample)}
          peaksUrl={sample.peaksUrl}
          spectrogramUrl={sample.spectrogramUrl}
          facts={pieceFactsOf(record, sample.corrections)}
          initial={{ scene: [scene].flat()[0] ?? null, seed: seedOf([seed].flat()[0]) }}
        />
      ) : null}
    </VisualizerGate>
  );
}
