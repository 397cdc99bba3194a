"use client";

import type { KeyboardEvent } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import type { BeatGrid } from "./beat-grid";
import { BeatLines } from "./beat-lanes";
import { WAVEFORM_PIXELS } from "./lane-sizes";
import type { TimeRange } from "./peaks-view";
import { sliderTarget } from "./slider-keys";
import type { PeaksState } from "./use-peaks";
import { WaveformCanvas } from "./waveform-canvas";

export interface PositionSliderProps {
  peaks: PeaksState;
  grid: BeatGrid | null;
  range: TimeRange;
  viewportPixels: number;
  durationSeconds: number;
  positionSeconds: number;
  /** The position as screen readers say it. */
  positionText: string;
  onSeek: (seconds: number) => void;
  onZoomStep: (direction: 1 | -1) => void;
}

/** The waveform as a slider: arrow keys move the position, plus and minus zoom. */
export function PositionSlider(props: PositionSliderProps) {
  const { grid, range, viewportPixels, durationSeconds, positionSeconds, positionText, onSeek, onZoomStep } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = sliderTarget(event.key, positionSeconds, durationSeconds);
    if (target !== null) onSeek(target);
    else if (event.key === "+" || event.key === "=") onZoomStep(1);
    else if (event.key === "-") onZoomStep(-1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Position"
      aria-valuemin={0}
      aria-valuemax={Number(durationSeconds.toFixed(2))}
      aria-valuenow={Number(positionSeconds.toFixed(2))}
      aria-valuetext={positionText}
      className="relative -outline-offset-2"
      style={{ height: WAVEFORM_PIXELS }}
      onKeyDown={onKeyDown}
    >
      <div className="sticky left-0" style={{ width: viewportPixels || "100%", height: WAVEFORM_PIXELS }}>
        <WaveformPicture peaks={props.peaks} range={range} viewportPixels={viewportPixels} />
        {grid ? <BeatLines grid={grid} range={range} viewportPixels={viewportPixels} /> : null}
      </div>
    </div>
  );
}

type WaveformPictureProps = Pick<PositionSliderProps, "peaks" | "range" | "viewportPixels">;

function WaveformPicture({ peaks, range, viewportPixels }: WaveformPictureProps) {
  if (peaks.status === "ready")
    return <WaveformCanvas peaks={peaks.peaks} range={range} width={viewportPixels} height={WAVEFORM_PIXELS} />;
  if (peaks.status === "loading") return <Skeleton className="size-full rounded-none" />;
  return (
    <p className="grid size-full place-items-center text-muted-foreground text-sm">
      The waveform could not be loaded. Playback and seeking still work.
    </p>
  );
}
