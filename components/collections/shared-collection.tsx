"use client";

import { Download } from "lucide-react";
import { useText } from "#text";
import { StudioTexts } from "@/components/language/text-provider";
import { ListOfSounds } from "@/components/player/list-of-sounds";
import { PreviewButton } from "@/components/player/preview-button";
import type { Track } from "@/components/player/track";
import { BpmValue, KeyValue } from "@/components/samples/row-values";
import { matchedBy } from "@/components/samples/sample-track";
import { MiniWaveform } from "@/components/waveform/mini-waveform";
import type { Colour } from "@/lib/collections/schema";
import { formatDuration } from "@/lib/format/time";
import type { SampleRow } from "@/lib/samples/schema";
import { CollectionCover } from "./collection-cover";

export interface SharedCollectionProps {
  token: string;
  name: string;
  description: string;
  colour: Colour;
  ownerName: string;
  samples: readonly SampleRow[];
  /** Those whose original can be downloaded. */
  downloadable: readonly string[];
  /** The address of the next page; null on the last. */
  nextHref: string | null;
}

/**
 * What a visitor with a link sees: names, values, waveforms and sounds, and nothing that leads further. The words of
 * samples and of the player are among those of the studio.
 */
export function SharedCollection(props: SharedCollectionProps) {
  return (
    <StudioTexts>
      <SharedSamples {...props} />
    </StudioTexts>
  );
}

function SharedSamples(props: SharedCollectionProps) {
  const t = useText();
  const { token, name, description, colour, ownerName, samples, downloadable, nextHref } = props;
  const track = (sample: SampleRow): Track | null => {
    const { id, fileName: title, durationSeconds } = sample;
    const src = `/shared/${token}/samples/${id}/audio`;
    return sample.status === "completed" ? { id, title, src, durationSeconds, ...matchedBy(sample) } : null;
  };
  const tracks = samples.flatMap((sample) => track(sample) ?? []);
  return (
    <>
      <header className="flex flex-wrap items-end gap-4 pb-6">
        <CollectionCover name={name} colour={colour} coverSampleId={null} className="size-24" />
        <div className="min-w-0">
          <h1 className="font-display font-medium text-3xl tracking-tight [overflow-wrap:anywhere]">{name}</h1>
          <p className="text-muted-foreground">{t("Shared by {name}", { name: ownerName })}</p>
          {description ? <p className="mt-1 max-w-prose whitespace-pre-line">{description}</p> : null}
        </div>
      </header>
      {samples.length === 0 ? <p className="text-muted-foreground">{t("There is nothing in it now.")}</p> : null}
      <ListOfSounds id={`/shared/${token}`} tracks={tracks} goesOn isMain>
        <ol className="flex flex-col" aria-label={t("Samples")}>
          {samples.map((sample) => {
            const at = `/shared/${token}/samples/${sample.id}`;
            const isReady = sample.status === "completed";
            const { id, fileName: title, durationSeconds } = sample;
            return (
              <li
                key={id}
                className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b py-2 md:grid-cols-[auto_minmax(0,2fr)_minmax(0,2fr)_5rem_9rem_4rem_auto]"
              >
                <PreviewButton id={id} fileName={title} track={track(sample)} />
                <span className="truncate font-medium">{title}</span>
                <div className="max-md:hidden">
                  <MiniWaveform url={isReady ? `${at}/peaks` : null} durationSeconds={durationSeconds} />
                </div>
                <span className="flex gap-4 text-sm max-md:col-start-2 md:contents">
                  <BpmValue row={sample} hasUnit />
                  <KeyValue row={sample} />
                  <span className="figures text-muted-foreground">
                    {durationSeconds === null ? "–" : formatDuration(durationSeconds, t)}
                  </span>
                </span>
                {downloadable.includes(id) ? (
                  <a
                    href={`${at}/audio?download=1`}
                    aria-label={t("Download {name}", { name: title })}
                    className="p-2 text-primary"
                  >
                    <Download aria-hidden className="size-4" />
                  </a>
                ) : null}
              </li>
            );
          })}
        </ol>
      </ListOfSounds>
      {nextHref ? (
        <a href={nextHref} className="mt-4 inline-block text-primary underline underline-offset-4">
          {t("More samples")}
        </a>
      ) : null}
    </>
  );
}
