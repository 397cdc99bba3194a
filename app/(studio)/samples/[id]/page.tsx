import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { useText } from "#text";
import { PublishButton } from "@/components/gallery/publish-button";
import { NotedStepMark } from "@/components/onboarding/noted-step";
import { DownloadPart } from "@/components/samples/download-part";
import { SampleSkeleton } from "@/components/samples/sample-skeleton";
import { SampleView } from "@/components/samples/sample-view";
import { TagSuggestions } from "@/components/samples/tag-suggestions";
import {
  DuplicatesPane,
  FitsWithPane,
  RELATED_ROWS,
  RelatedSkeleton,
  SoundsLikePane,
} from "@/components/search/related-panes";
import { SearchWithPart } from "@/components/search/search-with-part";
import { OriginLink } from "@/components/slices/origin-link";
import { SlicesSection } from "@/components/slices/slices-section";
import { loadText } from "@/lib/choices/language";
import { loadChoices } from "@/lib/choices/loaders";
import { loadDuplicates } from "@/lib/duplicates/loaders";
import { loadFlag } from "@/lib/flags/loaders";
import { loadPublishing } from "@/lib/gallery/loaders";
import { loadStepWanted } from "@/lib/onboarding/loaders";
import { loadPause } from "@/lib/pipeline/queue/loaders";
import { loadHiddenLayers, loadSample } from "@/lib/samples/loaders";
import { loadCanCompare, loadFits, loadSimilar } from "@/lib/search/loaders";
import { loadOrigin } from "@/lib/slices/loaders";
import { loadTagSuggestions } from "@/lib/tag-suggestions/loaders";

interface SamplePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SamplePageProps): Promise<Metadata> {
  const [sample, t] = await Promise.all([params.then(({ id }) => loadSample(id)), loadText()]);
  return { title: sample?.fileName ?? t("Sample") };
}

export default function SamplePage({ params }: SamplePageProps) {
  return (
    <Suspense fallback={<SampleSkeleton />}>
      <LoadedSample params={params} />
    </Suspense>
  );
}

async function LoadedSample({ params }: SamplePageProps) {
  const [sample, hiddenLayers, pause, canCompare, canVisualize, { notation }] = await Promise.all([
    loadSample((await params).id),
    loadHiddenLayers(),
    loadPause(),
    loadCanCompare(),
    loadFlag("visualizer"),
    loadChoices(),
  ]);
  if (!sample) notFound();
  return (
    <SampleView
      sample={sample}
      hiddenLayers={hiddenLayers}
      isPaused={pause !== null}
      canVisualize={canVisualize}
      notation={notation}
      actions={
        <Suspense fallback={null}>
          <Publish sampleId={sample.id} />
        </Suspense>
      }
      partActions={
        <>
          {canCompare ? <SearchWithPart sampleId={sample.id} /> : null}
          {sample.downloadUrl ? (
            <DownloadPart
              sampleId={sample.id}
              fileName={sample.fileName}
              hasBeats={(sample.record?.beats?.length ?? 0) > 1}
            />
          ) : null}
        </>
      }
    >
      {sample.status === "completed" && sample.record ? (
        <Suspense fallback={null}>
          <Reached sampleId={sample.id} />
        </Suspense>
      ) : null}
      <Suspense fallback={null}>
        <Origin sampleId={sample.id} />
      </Suspense>
      {sample.record && sample.audioUrl ? (
        <SlicesSection
          sampleId={sample.id}
          fileName={sample.fileName}
          durationSeconds={sample.record.durationSeconds}
          audioUrl={sample.audioUrl}
          peaksUrl={sample.peaksUrl}
          hasBeats={(sample.record.beats?.length ?? 0) > 1}
          canDownload={sample.downloadUrl !== null}
        />
      ) : null}
      {canCompare ? <Related sampleId={sample.id} /> : null}
      <div className="grid gap-4 lg:grid-cols-2">
        <Suspense fallback={<ShortSkeleton />}>
          <Suggested sampleId={sample.id} />
        </Suspense>
        <Suspense fallback={<ShortSkeleton />}>
          <Duplicates sampleId={sample.id} />
        </Suspense>
      </div>
    </SampleView>
  );
}

async function Reached({ sampleId }: { sampleId: string }) {
  return (await loadStepWanted("read")) ? <NotedStepMark step="read" sampleId={sampleId} /> : null;
}

/** Streamed after the sample, as comparing takes longer than reading it. */
function Related({ sampleId }: { sampleId: string }) {
  const t = useText();
  return (
    <div className="mt-2 grid gap-4 lg:grid-cols-2">
      <Suspense fallback={<RelatedSkeleton title={t("Sounds like this")} />}>
        <Similar sampleId={sampleId} />
      </Suspense>
      <Suspense fallback={<RelatedSkeleton title={t("Fits with this")} />}>
        <Fitting sampleId={sampleId} />
      </Suspense>
    </div>
  );
}

const ShortSkeleton = () => <div aria-hidden className="glass min-h-30 rounded-lg" />;

async function Origin({ sampleId }: { sampleId: string }) {
  const origin = await loadOrigin(sampleId);
  return origin && <OriginLink origin={origin} />;
}

async function Publish({ sampleId }: { sampleId: string }) {
  const publishing = await loadPublishing(sampleId);
  return publishing && <PublishButton publishing={publishing} />;
}

async function Duplicates({ sampleId }: { sampleId: string }) {
  return <DuplicatesPane sampleId={sampleId} groups={await loadDuplicates(sampleId)} />;
}

async function Suggested({ sampleId }: { sampleId: string }) {
  const suggestions = await loadTagSuggestions(sampleId);
  return suggestions && <TagSuggestions sampleId={sampleId} suggestions={suggestions} />;
}

async function Similar({ sampleId }: { sampleId: string }) {
  return <SoundsLikePane sampleId={sampleId} hits={await loadSimilar(sampleId, RELATED_ROWS)} />;
}

async function Fitting({ sampleId }: { sampleId: string }) {
  return <FitsWithPane hits={await loadFits(sampleId, RELATED_ROWS)} />;
}
