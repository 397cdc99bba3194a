"use client";

import { Pause, Play, SkipBack, SkipForward, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { audioPlayer, type Track } from "@/components/player/audio-player";
import { isForPage, playerActionOf } from "@/components/player/shortcuts";
import { useMediaSession, useTrackState } from "@/components/player/use-player";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { BandLegend } from "@/components/waveform/band-legend";
import { SpectrogramStrip } from "@/components/waveform/spectrogram-strip";
import { Timeline } from "@/components/waveform/timeline";
import { scrollAfterZoom, zoomLevels } from "@/components/waveform/timeline-view";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { usePeaks } from "@/components/waveform/use-peaks";
import { formatDuration, formatPosition } from "@/lib/time";

const SEEK_SECONDS = 5;
const SHORT_SECONDS = 10;

export interface SamplePlayerProps {
  sampleId: string;
  fileName: string;
  durationSeconds: number;
  audioUrl: string | null;
  peaksUrl: string | null;
  spectrogram: { url: string; lowHz: number; highHz: number } | null;
}

const positionNow = () => audioPlayer().positionSeconds();

/** The sample's own player: transport, waveform, spectrogram. */
export function SamplePlayer(props: SamplePlayerProps) {
  const { sampleId, fileName, durationSeconds, audioUrl, peaksUrl, spectrogram } = props;
  const track = useMemo<Track | null>(
    () => (audioUrl ? { id: sampleId, title: fileName, src: audioUrl, durationSeconds } : null),
    [sampleId, fileName, audioUrl, durationSeconds],
  );
  const state = useTrackState(sampleId);
  const peaks = usePeaks(peaksUrl);
  const scroller = useRef<HTMLDivElement>(null);
  const viewportPixels = useElementWidth(scroller);
  const finest = peaks.status === "ready" ? (peaks.peaks.levels[0]?.secondsPerPoint ?? 0) : 0;
  const levels = zoomLevels({ durationSeconds, finestSecondsPerPoint: finest, viewportPixels });
  const { zoom, step } = useZoom({ levels, scroller, durationSeconds, viewportPixels, anchor: state.positionSeconds });
  useMediaSession(track);
  usePlayerKeys(track);
  useEffect(() => () => audioPlayer().leave(sampleId), [sampleId]);

  const isPlaying = state.status === "playing";
  // Whole seconds say nothing about a one-shot.
  const format = durationSeconds < SHORT_SECONDS ? formatDuration : formatPosition;
  const positionText = `${format(state.positionSeconds)} of ${format(durationSeconds)}`;
  return (
    <section aria-label="Player" className="glass overflow-hidden rounded-lg">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-4 py-3 sm:px-5">
        <Transport track={track} isOn={isPlaying || state.status === "loading"} positionText={positionText} />
        <div className="flex items-center gap-4">
          <BandLegend />
          <ZoomButtons zoom={zoom} maxZoom={levels.at(-1) ?? 1} onStep={step} />
        </div>
      </div>
      {state.message ? (
        <p role="status" className="border-t px-5 py-2.5 text-sm text-warning">
          {state.message}
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
          positionSeconds={state.positionSeconds}
          positionNow={positionNow}
          positionText={positionText}
          onSeek={(seconds) => track && audioPlayer().seek(track, seconds)}
        >
          {spectrogram ? <SpectrogramStrip name={fileName} {...spectrogram} /> : null}
        </Timeline>
      </div>
    </section>
  );
}

function Transport({ track, isOn, positionText }: { track: Track | null; isOn: boolean; positionText: string }) {
  const disabled = track === null;
  return (
    <div className="flex items-center gap-2">
      <IconButton
        label="Back 5 seconds (J)"
        disabled={disabled}
        onClick={() => track && audioPlayer().seekBy(track, -SEEK_SECONDS)}
      >
        <SkipBack aria-hidden />
      </IconButton>
      <Button
        variant="primary"
        size="icon"
        className="size-11 rounded-full"
        aria-label={isOn ? "Pause" : "Play"}
        aria-keyshortcuts="Space"
        disabled={disabled}
        onClick={() => track && audioPlayer().toggle(track)}
      >
        {isOn ? <Pause aria-hidden className="fill-current" /> : <Play aria-hidden className="fill-current" />}
      </Button>
      <IconButton
        label="Forward 5 seconds (L)"
        disabled={disabled}
        onClick={() => track && audioPlayer().seekBy(track, SEEK_SECONDS)}
      >
        <SkipForward aria-hidden />
      </IconButton>
      <p className="figures ml-2 whitespace-nowrap text-sm">
        <span className="sr-only">Position </span>
        {positionText.replace(" of ", " / ")}
      </p>
    </div>
  );
}

function ZoomButtons(props: { zoom: number; maxZoom: number; onStep: (direction: 1 | -1) => void }) {
  const { zoom, maxZoom, onStep } = props;
  return (
    <div className="flex items-center">
      <IconButton label="Zoom out" size="icon-sm" disabled={zoom <= 1} onClick={() => onStep(-1)}>
        <ZoomOut aria-hidden />
      </IconButton>
      <span className="figures w-9 text-center text-muted-foreground text-xs" aria-live="polite">
        {zoom}×
      </span>
      <IconButton label="Zoom in" size="icon-sm" disabled={zoom >= maxZoom} onClick={() => onStep(1)}>
        <ZoomIn aria-hidden />
      </IconButton>
    </div>
  );
}

interface ZoomOptions {
  levels: readonly number[];
  scroller: React.RefObject<HTMLDivElement | null>;
  durationSeconds: number;
  viewportPixels: number;
  anchor: number;
}

function useZoom({ levels, scroller, durationSeconds, viewportPixels, anchor }: ZoomOptions) {
  const [wanted, setWanted] = useState(1);
  const zoom = levels.findLast((level) => level <= wanted) ?? 1;
  const pendingScroll = useRef<number | null>(null);
  const step = (direction: 1 | -1) => {
    const next = levels[levels.indexOf(zoom) + direction];
    if (next === undefined) return;
    const scrollLeft = scroller.current?.scrollLeft ?? 0;
    const geometry = { durationSeconds, viewportPixels, scrollLeft, fromZoom: zoom, toZoom: next };
    pendingScroll.current = scrollAfterZoom({ anchorSeconds: anchor, ...geometry });
    setWanted(next);
  };
  // The track has its new width only after the render.
  useEffect(() => {
    if (pendingScroll.current === null || !scroller.current) return;
    scroller.current.scrollLeft = pendingScroll.current;
    pendingScroll.current = null;
  });
  return { zoom, step };
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
