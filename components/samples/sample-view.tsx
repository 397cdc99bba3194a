import type { ReactNode } from "react";
import { useText } from "#text";
import { MeterPanel } from "@/components/meters/meter-panel";
import { SPECTROGRAM_HIGH_HZ, SPECTROGRAM_LOW_HZ } from "@/lib/analysis/record/constants";
import { failureOf } from "@/lib/analysis/record/failures";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { KeyNotation } from "@/lib/music/key-notations";
import type { SampleDetail } from "@/lib/samples/schema";
import type { Layer } from "@/lib/samples/timeline-layers";
import { AbsenceLine } from "./absence-line";
import { AnswerCards } from "./answer-cards";
import { DetailSection } from "./detail-section";
import { LeftOutNote } from "./left-out-note";
import { MissingOriginal } from "./missing-original";
import { SampleHeader } from "./sample-header";
import { SamplePlayer } from "./sample-player";
import { AnalyzingState, FailedState, SampleRefresher } from "./sample-progress";
import { matchedByDetail } from "./sample-track";
import { timelineContent } from "./timeline-lanes";

export interface SampleViewProps {
  sample: SampleDetail;
  /** Layers of the timeline that were switched off on an earlier visit. */
  hiddenLayers: readonly Layer[];
  /** Whether all analyses are paused. */
  isPaused: boolean;
  canVisualize: boolean;
  /** How the person wants keys written. */
  notation: KeyNotation;
  /** What else can be done with it. Stands in its header. */
  actions?: ReactNode;
  /** What can be done with a part of the recording. Stands in the player. */
  partActions?: ReactNode;
  /** What belongs to the sample in the rest of the library. Shown once it is analysed. */
  children?: ReactNode;
}

/** The page of one sample: analysed, waiting or failed. */
export function SampleView(props: SampleViewProps) {
  const { sample, canVisualize, notation, actions } = props;
  return (
    <div className="flex flex-col gap-4">
      <SampleHeader {...{ sample, canVisualize, notation, actions }} />
      {sample.originalMissingSince ? <MissingOriginal since={sample.originalMissingSince} /> : null}
      <SampleBody {...props} />
      <SampleRefresher sampleId={sample.id} />
    </div>
  );
}

function SampleBody({ sample, hiddenLayers, isPaused, notation, partActions, children }: SampleViewProps) {
  const t = useText();
  const { id, fileName, status, failure, record, audioUrl, peaksUrl, spectrogramUrl } = sample;
  if (status === "failed") {
    const { message, code } = failure ?? failureOf("internal");
    return (
      <FailedState sampleId={id} fileName={fileName} message={message} code={code} originalKept={sample.originalKept} />
    );
  }
  // While it is analysed again, what was found before stays.
  if (!record) return <AnalyzingState status={status === "completed" ? "processing" : status} isPaused={isPaused} />;
  return (
    <>
      <LeftOutNote record={record} />
      <SamplePlayer
        sampleId={id}
        fileName={fileName}
        durationSeconds={record.durationSeconds}
        sampleRateHz={record.sampleRateHz}
        channels={record.channels}
        audioUrl={audioUrl}
        matched={matchedByDetail(sample)}
        peaksUrl={peaksUrl}
        spectrogram={spectrogramUrl ? { url: spectrogramUrl, ...spectrogramRange(record) } : null}
        content={timelineContent(record, sample.corrections, notation, t)}
        hiddenLayers={hiddenLayers}
      >
        {partActions}
      </SamplePlayer>
      {audioUrl ? <MeterPanel sampleId={id} channels={record.channels} /> : null}
      <AnswerCards record={record} corrections={sample.corrections} />
      <AbsenceLine record={record} />
      {children}
      <DetailSection sample={sample} notation={notation} />
    </>
  );
}

/** The frequencies at the bottom and at the top of the stored picture. It ends where the spectrum of the file ends. */
function spectrogramRange({ sampleRateHz }: Pick<AnalysisRecord, "sampleRateHz">) {
  return { lowHz: SPECTROGRAM_LOW_HZ, highHz: Math.min(SPECTROGRAM_HIGH_HZ, sampleRateHz / 2) };
}
