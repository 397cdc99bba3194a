import { ArrowLeft, AudioWaveform } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "#text";
import { ButtonLink } from "@/components/ui/button-link";
import { CorrectedMark } from "@/components/ui/corrected-mark";
import { Estimate } from "@/components/ui/estimate";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { KeyNotation } from "@/lib/music/key-notations";
import type { SampleCorrections } from "@/lib/samples/corrections/schema";
import type { SampleDetail } from "@/lib/samples/schema";
import { correctionSentences } from "./effective-sound";
import { SampleFavourite } from "./favourites";
import { LibraryLink } from "./library-link";
import { type MainFact, mainFactsOf } from "./main-facts";
import { SampleActions } from "./sample-actions";
import { factsOf } from "./sample-facts";
import { StatusBadge } from "./status-badge";
import { TagEditor } from "./tag-editor";

export interface SampleHeaderProps {
  sample: SampleDetail;
  canVisualize: boolean;
  notation: KeyNotation;
  /** What else can be done with it. Stands before its menu. */
  actions?: ReactNode;
}

/** The name, the four facts that people look for first, what can be done with the sample, and facts about the file. */
export function SampleHeader({ sample, canVisualize, notation, actions }: SampleHeaderProps) {
  const t = useText();
  const { record, plugins } = sample;
  const reworded = sample.corrected.length === 0 ? plugins.description?.description : undefined;
  const description = reworded ?? sample.description;
  return (
    <header className="flex flex-col gap-4 pb-2">
      <LibraryLink className="inline-flex w-fit items-center gap-1.5 rounded-xs text-muted-foreground text-sm hover:text-foreground">
        <ArrowLeft aria-hidden className="size-4" />
        {t("Library")}
      </LibraryLink>
      <Title {...{ sample, canVisualize, actions }} />
      {record && sample.status !== "failed" ? (
        <MainFacts record={record} corrections={sample.corrections} notation={notation} />
      ) : null}
      {/* A language model has worded it in English. */}
      {description ? (
        <p lang={reworded ? "en" : undefined} className="max-w-prose text-muted-foreground">
          {description}
        </p>
      ) : null}
      {record || sample.tags.length > 0 ? (
        <TagEditor sampleId={sample.id} tags={sample.tags} own={sample.ownTags} />
      ) : null}
      <FileFacts sample={sample} />
    </header>
  );
}

function Title({ sample, canVisualize, actions }: Omit<SampleHeaderProps, "notation">) {
  const t = useText();
  const { id, fileName, isFavourite, folderPath, status, record } = sample;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <div className="flex items-start gap-2">
          <h1 className="break-words font-display font-medium text-2xl tracking-tight [overflow-wrap:anywhere] sm:text-3xl">
            {fileName}
          </h1>
          <SampleFavourite id={id} fileName={fileName} isFavourite={isFavourite} />
        </div>
        {status !== "completed" || folderPath ? (
          <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
            {status === "completed" ? null : <StatusBadge status={status} />}
            {folderPath ? <span className="text-muted-foreground [overflow-wrap:anywhere]">{folderPath}</span> : null}
          </div>
        ) : null}
      </div>
      {status === "failed" ? null : (
        <div className="flex flex-wrap gap-2">
          {record ? actions : null}
          {record && canVisualize ? (
            <ButtonLink href={`/visualizer/${id}`}>
              <AudioWaveform aria-hidden />
              {t("Visualize")}
            </ButtonLink>
          ) : null}
          <SampleActions
            sampleId={id}
            fileName={fileName}
            downloadUrl={sample.downloadUrl}
            copyUrl={sample.copyUrl}
            isAnalyzed={record !== null}
          />
        </div>
      )}
    </div>
  );
}

interface MainFactsProps {
  record: AnalysisRecord;
  corrections: SampleCorrections;
  notation: KeyNotation;
}

function MainFacts({ record, corrections, notation }: MainFactsProps) {
  const t = useText();
  const sentences = correctionSentences(record, corrections, notation, t);
  return (
    <>
      <dl aria-label={t("Main values")} className="grid grid-cols-2 gap-x-8 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-12">
        {mainFactsOf(record, corrections, notation, t).map((fact) => (
          <div key={fact.name} className="min-w-0">
            <dt className="eyebrow">{fact.name}</dt>
            <dd className="mt-0.5 flex items-baseline gap-x-2 whitespace-nowrap">
              <FactValue {...fact} />
            </dd>
          </div>
        ))}
      </dl>
      {sentences.length > 0 ? (
        <ul aria-label={t("Corrections")} className="grid gap-0.5 text-muted-foreground text-sm">
          {sentences.map((sentence) => (
            <li key={sentence} className="wrap-anywhere">
              {sentence}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function FactValue({ value, detail, confidence, reason, isCorrected }: MainFact) {
  const t = useText();
  if (value === null) {
    return (
      <>
        <span className="text-2xl text-muted-foreground" title={reason}>
          <span aria-hidden>–</span>
          <span className="sr-only">{t("Not applicable")}</span>
        </span>
        {isCorrected ? <CorrectedMark /> : null}
      </>
    );
  }
  return (
    <>
      <Estimate confidence={confidence} className="font-display font-medium text-2xl tracking-tight">
        {value}
      </Estimate>
      {detail ? <span className="text-muted-foreground text-sm">{detail}</span> : null}
      {isCorrected ? <CorrectedMark /> : null}
    </>
  );
}

function FileFacts({ sample }: { sample: SampleDetail }) {
  const t = useText();
  return (
    <dl aria-label={t("File")} className="flex flex-wrap gap-x-8 gap-y-2">
      {factsOf(sample, t).map((fact) => (
        <div key={fact.name}>
          <dt className="eyebrow">{fact.name}</dt>
          <dd className="figures text-sm">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
