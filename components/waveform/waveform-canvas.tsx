"use client";

import { useEffect, useRef } from "react";
import { useTheme } from "@/components/ui/use-theme";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { paintWaveform } from "./paint-waveform";
import { columnsOf, gainToFill, type TimeRange } from "./peaks-view";
import { prepareCanvas } from "./screen-canvas";
import { waveformTheme } from "./waveform-theme";

export interface WaveformCanvasProps {
  peaks: Peaks;
  range: TimeRange;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The stored waveform, as a picture alone. What stands beside it describes it to screen readers. */
export function WaveformCanvas({ peaks, range, width, height }: WaveformCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const { startSeconds, endSeconds } = range;

  useEffect(() => {
    const context = prepareCanvas(canvas.current, width, height)?.context;
    if (!context) return;
    const element = context.canvas;
    paintWaveform(context, {
      columns: columnsOf(peaks, { startSeconds, endSeconds }, element.width),
      heightPixels: element.height,
      gain: gainToFill(peaks),
      colours: waveformTheme(element, theme, null).colours,
    });
  }, [peaks, startSeconds, endSeconds, width, height, theme]);

  return <canvas ref={canvas} aria-hidden className="block" style={{ width, height }} />;
}
