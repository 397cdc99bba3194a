"use client";

import { type ReactNode, useCallback, useMemo, useState } from "react";
import { useText } from "#text";
import { audioPlayer } from "@/components/player/audio-player";
import type { TimeRange } from "@/components/waveform/peaks-view";
import { ReadingLine } from "@/components/waveform/reading-line";
import { ReadingStore } from "@/components/waveform/reading-store";
import { SpectrogramStrip } from "@/components/waveform/spectrogram-strip";
import { Timeline } from "@/components/waveform/timeline";
import { usePeaks } from "@/components/waveform/use-peaks";
import { useTimeView } from "@/components/waveform/use-view";
import type { Layer } from "@/lib/samples/timeline-layers";
import { onsetLayer } from "./onset-layer";
import { PartBar } from "./part-bar";
import { PlayerToolbar } from "./player-controls";
import { positionText } from "./position-text";
import { useSampleWindows } from "./sample-windows";
import { selectPart, useSelectedPart } from "./selected-part";
import { shownGrid, type TimelineContent } from "./timeline-lanes";
import { TimelineText } from "./timeline-text";
import { useLayers } from "./use-layers";
import { useLoop } from "./use-loop";
import { type PlaybackOptions, usePlayback } from "./use-playback";
import { useViewKeys } from "./use-view-keys";
import { ZoomButtons } from "./zoom-buttons";

const NO_BEATS: readonly number[] = [];

export interface SamplePlayerProps extends PlaybackOptions {
  peaksUrl: string | null;
  spectrogram: { url: string; lowHz: number; highHz: number } | null;
  content: TimelineContent;
  /** Layers that were switched off on an earlier visit. */
  hiddenLayers: readonly Layer[];
  /** What can be done with a part of the recording. */
  children?: ReactNode;
}

/** The player of a sample: controls, waveform with beats, sections and chords, spectrogram, and the selected part. */
export function SamplePlayer(props: SamplePlayerProps) {
  const t = useText();
  const { sampleId, fileName, durationSeconds, sampleRateHz, spectrogram, content } = props;
  const playback = usePlayback(props);
  const { isPlaying, positionSeconds, message, seek } = playback;
  const layers = useLayers(props.hiddenLayers);
  const loop = useLoop({ ...playback, durationSeconds, beats: content.grid?.beats ?? NO_BEATS });
  const positionNow = useCallback(() => audioPlayer().positionOf(sampleId), [sampleId]);
  const peaks = usePeaks(props.peaksUrl);
  const view = useTimeView(durationSeconds, sampleRateHz);
  useViewKeys(view, positionNow);
  const windows = useSampleWindows(props);
  const [readings] = useState(() => new ReadingStore());
  const selected = useSelectedPart(sampleId);
  const onSelect = useCallback((part: TimeRange | null) => selectPart(sampleId, part), [sampleId]);
  const { isShown } = layers;
  const grid = useMemo(
    () => shownGrid(content.grid, { beats: isShown("beats"), downbeats: isShown("downbeats") }),
    [content.grid, isShown],
  );
  const { onsets, absent: noOnsets } = useMemo(() => onsetLayer(peaks), [peaks]);
  const text = positionText(positionSeconds, durationSeconds);
  const absent = {
    ...content.absent,
    ...(noOnsets && { onsets: noOnsets }),
    ...(!spectrogram && { spectrogram: t("No spectrogram is available.") }),
  };
  return (
    <section aria-label={t("Player")} className="glass overflow-hidden rounded-lg">
      <PlayerToolbar playback={playback} text={text} loop={loop} layers={layers} absent={absent} />
      {message ? (
        <p role="status" className="border-t px-5 py-2.5 text-sm text-warning">
          {t(message)}
        </p>
      ) : null}
      <div className="border-t">
        <Timeline
          peaks={peaks}
          view={view}
          sampleRateHz={sampleRateHz}
          windows={windows}
          readings={readings}
          isPlaying={isPlaying}
          positionSeconds={positionSeconds}
          positionNow={positionNow}
          positionText={t("{position} of {duration}", { ...text })}
          onSeek={seek}
          grid={grid}
          onsets={isShown("onsets") ? onsets : NO_BEATS}
          lanes={content.lanes.filter(({ id }) => isShown(id as Layer))}
          loop={loop.range}
          onLoop={loop.setRange}
          selected={selected}
          onSelect={onSelect}
        >
          {spectrogram && isShown("spectrogram") ? (
            <SpectrogramStrip
              name={fileName}
              {...spectrogram}
              view={view}
              positionSeconds={positionSeconds}
              readings={readings}
              onSeek={seek}
            />
          ) : null}
        </Timeline>
      </div>
      <ReadingLine readings={readings} windows={windows}>
        <ZoomButtons view={view} anchorSeconds={positionSeconds} />
      </ReadingLine>
      <PartBar track={playback.track} selected={selected} positionSeconds={positionSeconds} onSelect={onSelect}>
        {props.children}
      </PartBar>
      <TimelineText content={content} onSeek={seek} />
    </section>
  );
}
