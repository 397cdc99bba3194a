"use client";

import { useRef } from "react";
import { useElementWidth } from "@/components/waveform/use-element-width";
import { usePeaks } from "@/components/waveform/use-peaks";
import { WaveformCanvas } from "@/components/waveform/waveform-canvas";
import { apiAddress } from "@/lib/api/client";

const HEIGHT = 96;

export interface OverlaidWaveformsProps {
  /** Drawn in colour, in front. */
  heard: string;
  /** Drawn in grey, behind. */
  other: string;
  /** Of the longer one: both begin at the left. */
  durationSeconds: number;
}

const peaksOf = (id: string) => apiAddress("GET /samples/:id/peaks", { params: { id } });

/** Two waveforms one over the other, on the same scale of time: what one has and the other has not stands out. */
export function OverlaidWaveforms({ heard, other, durationSeconds }: OverlaidWaveformsProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const [front, back] = [usePeaks(peaksOf(heard)), usePeaks(peaksOf(other))];
  const picture = { range: { startSeconds: 0, endSeconds: durationSeconds }, width, height: HEIGHT };
  return (
    <div
      ref={box}
      aria-hidden
      className="relative w-full overflow-hidden rounded-md bg-muted"
      style={{ height: HEIGHT }}
    >
      {back.status === "ready" && width > 0 ? (
        <div className="absolute inset-0 opacity-70 grayscale">
          <WaveformCanvas peaks={back.peaks} {...picture} />
        </div>
      ) : null}
      {front.status === "ready" && width > 0 ? (
        <div className="absolute inset-0 opacity-75">
          <WaveformCanvas peaks={front.peaks} {...picture} />
        </div>
      ) : null}
    </div>
  );
}
