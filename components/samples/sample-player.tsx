"use client";

import { useEffect, useMemo, useRef } from "react";
import { audioPlayer, type Track } from "@/components/player/audio-player";
import { isForPage, playerActionOf } from "@/components/player/shortcuts";
import { useMediaSession, useTrackState } from "@/components/player/use-player";
import { BandLegend } from "@/components/waveform/band-legend";
import { SpectrogramStrip } from "@/components/waveform/spectrogram-strip";
import { Timeline } from "@/components/waveform/timeline";
import { zoomLevels } from "@/components/waveform/timeline-view";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { usePeaks } from "@/components/waveform/use-peaks";
import { formatDuration, formatPosition } from "@/lib/format/time";
import type { Layer } from "@/lib/samples/timeline-layers";
import { LayerMenu, LoopButtons, SEEK_SECONDS, Transport, ZoomButtons } from "./player-controls";
import type { TimelineContent } from "./timeline-lanes";
import { TimelineText } from "./timeline-text";
import { useLayers } from "./use-layers";
import { useLoop } from "./use-loop";
import { useZoom } from "./use-zoom";

const SHORT_SECONDS = 10;
const NO_BEATS: readonly number[] = [];

export interface SamplePlayerProps {
  sampleId: string;
  fileName: string;
  durationSeconds: number;
  audioUrl: string | null;
  peaksUrl: string | null;
  spectrogram: { url: string; lowHz: number; highHz: number } | null;
  content: TimelineContent;
  /** Layers that were switched off on an earlier visit. */
  hiddenLayers: readonly Layer[];
}

const positionNow = () => audioPlayer().positionSeconds();

/** The sample's own player: transport, waveform with beats, sections and chords, spectrogram. */
export function SamplePlayer(props: SamplePlayerProps) {
  const { sampleId, fileName, durationSeconds, audioUrl, peaksUrl, spectrogram, content } = props;
  const track = useMemo<Track | null>(
    () => (audioUrl ? { id: sampleId, title: fileName, src: audioUrl, durationSeconds } : null),
    [sampleId, fileName, audioUrl, durationSeconds],
  );
  const { status, positionSeconds, message } = useTrackState(sampleId);
  const isPlaying = status === "playing";
  const layers = useLayers(props.hiddenLayers);
  const beats = content.grid?.beats ?? NO_BEATS;
  const loop = useLoop({ track, durationSeconds, isPlaying, positionSeconds, beats });
  const peaks = usePeaks(peaksUrl);
  const scroller = useRef<HTMLDivElement>(null);
  const viewportPixels = useElementWidth(scroller);
  const finest = peaks.status === "ready" ? (peaks.peaks.levels[0]?.secondsPerPoint ?? 0) : 0;
  const levels = zoomLevels({ durationSeconds, finestSecondsPerPoint: finest, viewportPixels });
  const { zoom, step } = useZoom({ levels, scroller, durationSeconds, viewportPixels, anchorSeconds: positionSeconds });
  useMediaSession(track);
  usePlayerKeys(track);
  useEffect(() => () => audioPlayer().leave(sampleId), [sampleId]);

  // Whole seconds say nothing about a one-shot.
  const format = durationSeconds < SHORT_SECONDS ? formatDuration : formatPosition;
  const positionText = `${format(positionSeconds)} of ${format(durationSeconds)}`;
  const seek = (seconds: number) => track && audioPlayer().seek(track, seconds);
  const absent = spectrogram ? content.absent : { ...content.absent, spectrogram: "There is no picture." };
  return (
    <section aria-label="Player" className="glass overflow-hidden rounded-lg">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3 sm:px-5">
        <Transport track={track} isOn={isPlaying || status === "loading"} positionText={positionText} />
        <LoopButtons loop={loop} disabled={track === null} />
        <div className="order-last w-full lg:order-none lg:ml-auto lg:w-auto">
          <BandLegend />
        </div>
        <LayerMenu isShown={layers.isShown} onToggle={layers.toggle} absent={absent} />
        <ZoomButtons zoom={zoom} maxZoom={levels.at(-1) ?? 1} onStep={step} />
      </div>
      {message ? (
        <p role="status" className="border-t px-5 py-2.5 text-sm text-warning">
          {message}
        </p>
      ) : null}
      <div className="border-t">
        <Timeline
          peaks={peaks}
          durationSeconds={durationSeconds}
          zoom={zoom}
          onZoomStep={step}
          viewportPixels={viewportPixels}
          scroller={scroller}
          isPlaying={isPlaying}
          positionSeconds={positionSeconds}
          positionNow={positionNow}
          positionText={positionText}
          onSeek={seek}
          grid={layers.isShown("beats") ? content.grid : null}
          lanes={content.lanes.filter(({ id }) => layers.isShown(id as Layer))}
          loop={loop.range}
          onLoop={loop.setRange}
        >
          {spectrogram && layers.isShown("spectrogram") ? <SpectrogramStrip name={fileName} {...spectrogram} /> : null}
        </Timeline>
      </div>
      <TimelineText content={content} onSeek={seek} />
    </section>
  );
}

function usePlayerKeys(track: Track | null): void {
  useEffect(() => {
    if (!track) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = isForPage(event) ? playerActionOf(event.key) : null;
      if (action === null) return;
      event.preventDefault();
      const player = audioPlayer();
      if (action === "toggle") player.toggle(track);
      else player.seekBy(track, action === "back" ? -SEEK_SECONDS : SEEK_SECONDS);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [track]);
}
