import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { SPECTROGRAM_HIGH_HZ, SPECTROGRAM_LOW_HZ } from "@/lib/analysis/record/constants";
import { failureOf } from "@/lib/analysis/record/failures";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { SampleDetail } from "@/lib/samples/schema";
import type { Layer } from "@/lib/samples/timeline-layers";
import { AnswerCards } from "./answer-cards";
import { DetailSection } from "./detail-section";
import { SampleFavourite } from "./favourites";
import { MissingOriginal } from "./missing-original";
import { SampleActions } from "./sample-actions";
import { factsOf } from "./sample-facts";
import { SamplePlayer } from "./sample-player";
import { AnalyzingState, FailedState, SampleRefresher } from "./sample-progress";
import { StatusBadge } from "./status-badge";
import { timelineContent } from "./timeline-lanes";

export interface SampleViewProps {
  sample: SampleDetail;
  /** Layers of the timeline that were switched off on an earlier visit. */
  hiddenLayers: readonly Layer[];
  /** Whether all analyses are paused. */
  isPaused: boolean;
}

/** The page of one sample: analysed, waiting or failed. */
export function SampleView(props: SampleViewProps) {
  const { sample } = props;
  return (
    <div className="flex flex-col gap-4">
      <SampleHeader sample={sample} />
      {sample.originalMissingSince ? <MissingOriginal since={sample.originalMissingSince} /> : null}
      <SampleBody {...props} />
      <SampleRefresher sampleId={sample.id} />
    </div>
  );
}

function SampleHeader({ sample }: { sample: SampleDetail }) {
  const { id, fileName, isFavourite, folderPath, status, downloadUrl, record, plugins } = sample;
  const description = record && (plugins.description?.description ?? record.description);
  return (
    <header className="flex flex-col gap-4 pb-2">
      <Link
        href="/library"
        className="inline-flex w-fit items-center gap-1.5 rounded-xs text-muted-foreground text-sm hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Library
      </Link>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex items-start gap-2">
            <h1 className="break-words font-display font-medium text-2xl tracking-tight [overflow-wrap:anywhere] sm:text-3xl">
              {fileName}
            </h1>
            <SampleFavourite id={id} fileName={fileName} isFavourite={isFavourite} />
          </div>
          <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
            <StatusBadge status={status} />
            {folderPath ? <span className="text-muted-foreground [overflow-wrap:anywhere]">{folderPath}</span> : null}
          </div>
        </div>
        {status === "failed" ? null : (
          <SampleActions sampleId={id} fileName={fileName} downloadUrl={downloadUrl} isAnalyzed={record !== null} />
        )}
      </div>
      {description ? <p className="max-w-prose text-muted-foreground">{description}</p> : null}
      {record && record.tags.length > 0 ? <Tags tags={record.tags} /> : null}
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {factsOf(sample).map((fact) => (
          <div key={fact.name}>
            <dt className="eyebrow">{fact.name}</dt>
            <dd className="figures text-sm">{fact.value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag}>
          <Badge>{tag}</Badge>
        </li>
      ))}
    </ul>
  );
}

function SampleBody({ sample, hiddenLayers, isPaused }: SampleViewProps) {
  const { id, fileName, status, failure, record, audioUrl, peaksUrl, spectrogramUrl } = sample;
  if (status === "failed") {
    const { message, code } = failure ?? failureOf("internal");
    return (
      <FailedState sampleId={id} fileName={fileName} message={message} code={code} originalKept={sample.originalKept} />
    );
  }
  if (!record || status !== "completed")
    return <AnalyzingState status={status === "completed" ? "processing" : status} isPaused={isPaused} />;
  return (
    <>
      <SamplePlayer
        sampleId={id}
        fileName={fileName}
        durationSeconds={record.durationSeconds}
        audioUrl={audioUrl}
        peaksUrl={peaksUrl}
        spectrogram={spectrogramUrl ? { url: spectrogramUrl, ...spectrogramRange(record) } : null}
        content={timelineContent(record)}
        hiddenLayers={hiddenLayers}
      />
      <AnswerCards record={record} />
      <DetailSection sample={sample} />
    </>
  );
}

/** The frequencies at the bottom and at the top of the stored picture. It ends where the spectrum of the file ends. */
function spectrogramRange({ sampleRateHz }: Pick<AnalysisRecord, "sampleRateHz">) {
  return { lowHz: SPECTROGRAM_LOW_HZ, highHz: Math.min(SPECTROGRAM_HIGH_HZ, sampleRateHz / 2) };
}
