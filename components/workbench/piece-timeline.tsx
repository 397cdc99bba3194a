"use client";

import { useCallback, useState } from "react";
import { useText } from "#text";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { useTrackState } from "@/components/player/use-player";
import { positionText } from "@/components/samples/position-text";
import { ReadingStore } from "@/components/waveform/reading-store";
import { Timeline } from "@/components/waveform/timeline";
import { usePeaks } from "@/components/waveform/use-peaks";
import { useTimeView } from "@/components/waveform/use-view";
import type { EffectiveGrid } from "@/lib/samples/corrections/effective-grid";
import type { Workpiece } from "@/lib/workbench/schema";

export interface PieceTimelineProps {
  piece: Workpiece;
  track: Track | null;
  grid: EffectiveGrid | null;
}

const NONE: readonly never[] = [];
/** Nothing is done with a part here. */
const selectNothing = () => {};

/** The waveform of the sample on the bench, with the beats as the draft has them. */
export function PieceTimeline({ piece, track, grid }: PieceTimelineProps) {
  const t = useText();
  const { id, durationSeconds, sampleRateHz, peaksUrl } = piece;
  const { status, positionSeconds, loop, message } = useTrackState(id);
  const positionNow = useCallback(() => audioPlayer().positionOf(id), [id]);
  const peaks = usePeaks(peaksUrl);
  const view = useTimeView(durationSeconds, sampleRateHz);
  const [readings] = useState(() => new ReadingStore());
  const text = positionText(positionSeconds, durationSeconds);
  return (
    <>
      <Timeline
        peaks={peaks}
        view={view}
        sampleRateHz={sampleRateHz}
        windows={null}
        readings={readings}
        isPlaying={status === "playing"}
        positionSeconds={positionSeconds}
        positionNow={positionNow}
        positionText={t("{position} of {duration}", { ...text })}
        onSeek={(seconds) => track && audioPlayer().seek(track, seconds)}
        grid={grid}
        onsets={NONE}
        lanes={NONE}
        selected={null}
        onSelect={selectNothing}
        loop={loop}
        onLoop={(range) => track && audioPlayer().setLoop(track, range)}
      />
      {message ? (
        <p role="status" className="border-t px-5 py-2 text-sm text-warning">
          {t(message)}
        </p>
      ) : null}
    </>
  );
}
