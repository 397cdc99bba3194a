"use client";

import { useCallback, useRef } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { useTrackState } from "@/components/player/use-player";
import { positionText } from "@/components/samples/position-text";
import { useZoom } from "@/components/samples/use-zoom";
import { Timeline } from "@/components/waveform/timeline";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { usePeaks } from "@/components/waveform/use-peaks";
import type { EffectiveGrid } from "@/lib/samples/corrections/effective-grid";
import type { Workpiece } from "@/lib/workbench/schema";

export interface PieceTimelineProps {
  piece: Workpiece;
  track: Track | null;
  grid: EffectiveGrid | null;
}

/** The waveform of the sample on the bench, with the beats as the draft has them. */
export function PieceTimeline({ piece, track, grid }: PieceTimelineProps) {
  const { id, durationSeconds, peaksUrl } = piece;
  const { status, positionSeconds, loop, message } = useTrackState(id);
  const positionNow = useCallback(() => audioPlayer().positionOf(id), [id]);
  const peaks = usePeaks(peaksUrl);
  const scroller = useRef<HTMLDivElement>(null);
  const viewportPixels = useElementWidth(scroller);
  const zoom = useZoom({ peaks, scroller, durationSeconds, viewportPixels, anchorSeconds: positionSeconds });
  const text = positionText(positionSeconds, durationSeconds);
  return (
    <>
      <Timeline
        peaks={peaks}
        durationSeconds={durationSeconds}
        zoom={zoom.zoom}
        onZoomStep={zoom.step}
        viewportPixels={viewportPixels}
        scroller={scroller}
        isPlaying={status === "playing"}
        positionSeconds={positionSeconds}
        positionNow={positionNow}
        positionText={`${text.position} of ${text.duration}`}
        onSeek={(seconds) => track && audioPlayer().seek(track, seconds)}
        grid={grid}
        lanes={[]}
        loop={loop}
        onLoop={(range) => track && audioPlayer().setLoop(track, range)}
      />
      {message ? (
        <p role="status" className="border-t px-5 py-2 text-sm text-warning">
          {message}
        </p>
      ) : null}
    </>
  );
}
