"use client";

import { useRef } from "react";
import { useElementWidth } from "./use-element-width";
import { usePeaks } from "./use-peaks";
import { WaveformCanvas } from "./waveform-canvas";

const HEIGHT = 28;

/** The whole of a sound as a small picture. It says nothing that the values beside it do not. */
export function MiniWaveform({ url, durationSeconds }: { url: string | null; durationSeconds: number | null }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const state = usePeaks(url);
  return (
    <div ref={box} aria-hidden className="h-7 w-full min-w-0 overflow-hidden">
      {state.status === "ready" && width > 0 && durationSeconds ? (
        <WaveformCanvas
          peaks={state.peaks}
          range={{ startSeconds: 0, endSeconds: durationSeconds }}
          width={width}
          height={HEIGHT}
        />
      ) : null}
    </div>
  );
}
