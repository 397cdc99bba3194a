"use client";

import { useCallback, useMemo } from "react";
import { counted } from "@/lib/format/count";
import { type BeatGrid, gridLines } from "./beat-grid";
import { LaneCanvas, type LaneTheme } from "./lane-canvas";
import { BARS_PIXELS, WAVEFORM_PIXELS } from "./lane-sizes";
import { paintBarNumbers, paintGridLines } from "./paint-grid";
import type { TimeRange } from "./peaks-view";

export interface BeatLaneProps {
  grid: BeatGrid;
  range: TimeRange;
  viewportPixels: number;
}

function useLines({ grid, range, viewportPixels }: BeatLaneProps) {
  const { startSeconds, endSeconds } = range;
  return useMemo(
    () => gridLines(grid, { startSeconds, endSeconds }, viewportPixels),
    [grid, startSeconds, endSeconds, viewportPixels],
  );
}

/** Bar and beat lines over the waveform. The strip above describes them to screen readers. */
export function BeatLines(props: BeatLaneProps) {
  const lines = useLines(props);
  const widthPixels = props.viewportPixels;
  const paint = useCallback(
    (context: CanvasRenderingContext2D, { foreground }: LaneTheme) =>
      paintGridLines(context, { lines, widthPixels, heightPixels: WAVEFORM_PIXELS, colour: foreground }),
    [lines, widthPixels],
  );
  return (
    <LaneCanvas
      width={widthPixels}
      height={WAVEFORM_PIXELS}
      paint={paint}
      className="pointer-events-none absolute inset-0"
    />
  );
}

/** The strip of bar numbers below the time ruler. */
export function BarNumbers(props: BeatLaneProps) {
  const lines = useLines(props);
  const widthPixels = props.viewportPixels;
  const { beats, downbeats } = props.grid;
  const paint = useCallback(
    (context: CanvasRenderingContext2D, { mutedForeground, fontFamily }: LaneTheme) =>
      paintBarNumbers(context, {
        lines,
        widthPixels,
        heightPixels: BARS_PIXELS,
        colour: mutedForeground,
        font: `500 10px ${fontFamily}`,
      }),
    [lines, widthPixels],
  );
  return (
    <div
      role="img"
      aria-label={`Beat grid: ${counted(downbeats.length, "bar")}, ${counted(beats.length, "beat")}`}
      className="figures border-b"
      style={{ height: BARS_PIXELS + 1 }}
    >
      <div className="sticky left-0" style={{ width: widthPixels || "100%" }}>
        <LaneCanvas width={widthPixels} height={BARS_PIXELS} paint={paint} className="block" />
      </div>
    </div>
  );
}
