"use client";

import { useCallback, useMemo } from "react";
import { useText } from "#text";
import { type BeatGrid, gridLines } from "./beat-grid";
import { LaneCanvas, type LaneTheme } from "./lane-canvas";
import { BARS_PIXELS, WAVEFORM_PIXELS } from "./lane-sizes";
import { paintBarNumbers, paintGridLines, paintOnsets } from "./paint-grid";
import type { TimeRange } from "./peaks-view";
import { lowerBound } from "./segments";
import { pixelsAt } from "./timeline-view";

export interface BeatLaneProps {
  grid: BeatGrid;
  range: TimeRange;
  viewportPixels: number;
}

export interface BeatLinesProps extends Omit<BeatLaneProps, "grid"> {
  grid: BeatGrid | null;
  /** Where sounds begin, sorted. */
  onsets: readonly number[];
}

function useLines({ grid, range, viewportPixels }: Omit<BeatLaneProps, "grid"> & { grid: BeatGrid | null }) {
  const { startSeconds, endSeconds } = range;
  return useMemo(
    () => (grid ? gridLines(grid, { startSeconds, endSeconds }, viewportPixels) : []),
    [grid, startSeconds, endSeconds, viewportPixels],
  );
}

/** Bar and beat lines and onsets over the waveform. The strip above describes the bars to screen readers. */
export function BeatLines(props: BeatLinesProps) {
  const lines = useLines(props);
  const { onsets, range, viewportPixels: widthPixels } = props;
  const paint = useCallback(
    (context: CanvasRenderingContext2D, { foreground }: LaneTheme) => {
      const size = { widthPixels, heightPixels: WAVEFORM_PIXELS, colour: foreground };
      paintGridLines(context, { lines, ...size });
      const first = lowerBound(onsets.length, (at) => onsets[at] ?? 0, range.startSeconds);
      const end = lowerBound(onsets.length, (at) => onsets[at] ?? 0, range.endSeconds);
      paintOnsets(context, { xs: onsets.slice(first, end).map((at) => pixelsAt(at, widthPixels, range)), ...size });
    },
    [lines, onsets, range, widthPixels],
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
  const t = useText();
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
      aria-label={t("Beat grid: {bars}, {beats}", {
        bars: t.count(downbeats.length, "{count} bar", "{count} bars"),
        beats: t.count(beats.length, "{count} beat", "{count} beats"),
      })}
      className="figures border-b"
      style={{ height: BARS_PIXELS + 1 }}
    >
      <LaneCanvas width={widthPixels} height={BARS_PIXELS} paint={paint} className="block" />
    </div>
  );
}
