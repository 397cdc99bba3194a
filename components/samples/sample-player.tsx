"use client";

import { type ReactNode, useCallback, useRef } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { SpectrogramStrip } from "@/components/waveform/spectrogram-strip";
import { Timeline } from "@/components/waveform/timeline";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { usePeaks } from "@/components/waveform/use-peaks";
import type { Layer } from "@/lib/samples/timeline-layers";
import { PlayerToolbar } from "./player-controls";
import { positionText } from "./position-text";
import type { TimelineContent } from "./timeline-lanes";
import { TimelineText } from "./timeline-text";
import { useLayers } from "./use-layers";
import { useLoop } from "./use-loop";
import { type PlaybackOptions, usePlayback } from "./use-playback";
import { useZoom } from "./use-zoom";

const NO_BEATS: readonly number[] = [];

export interface SamplePlayerProps extends PlaybackOptions {
  peaksUrl: string | null;
  spectrogram: { url: string; lowHz: number; highHz: number } | null;
  content: TimelineContent;
  /** Layers that were switched off on an earlier visit. */
  hiddenLayers: readonly Layer[];
  /** Stands behind the loop: what can be done with it. */
  children?: ReactNode;
}

/** The player of a sample: controls, waveform with beats, sections and chords, spectrogram. */
export function SamplePlayer(props: SamplePlayerProps) {
  const { fileName, durationSeconds, spectrogram, content } = props;
  const playback = usePlayback(props);
  const { isPlaying, positionSeconds, message, seek } = playback;
  const layers = useLayers(props.hiddenLayers);
  const loop = useLoop({ ...playback, durationSeconds, beats: content.grid?.beats ?? NO_BEATS });
  const { sampleId } = props;
  const positionNow = useCallback(() => audioPlayer().positionOf(sampleId), [sampleId]);
  const peaks = usePeaks(props.peaksUrl);
  const scroller = useRef<HTMLDivElement>(null);
  const viewportPixels = useElementWidth(scroller);
  const zoom = useZoom({ peaks, scroller, durationSeconds, viewportPixels, anchorSeconds: positionSeconds });
  const text = positionText(positionSeconds, durationSeconds);
  const absent = spectrogram ? content.absent : { ...content.absent, spectrogram: "No spectrogram is available." };
  return (
    <section aria-label="Player" className="glass overflow-hidden rounded-lg">
      <PlayerToolbar playback={playback} text={text} loop={loop} layers={layers} absent={absent} zoom={zoom}>
        {props.children}
      </PlayerToolbar>
      {message ? (
        <p role="status" className="border-t px-5 py-2.5 text-sm text-warning">
          {message}
        </p>
      ) : null}
      <div className="border-t">
        <Timeline
          peaks={peaks}
          durationSeconds={durationSeconds}
          zoom={zoom.zoom}
          onZoomStep={zoom.step}
          viewportPixels={viewportPixels}
          scroller={scroller}
          isPlaying={isPlaying}
          positionSeconds={positionSeconds}
          positionNow={positionNow}
          positionText={`${text.position} of ${text.duration}`}
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
