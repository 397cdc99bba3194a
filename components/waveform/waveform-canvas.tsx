"use client";

import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { paintWaveform, type WaveformColours } from "./paint-waveform";
import { columnsOf, gainToFill, type TimeRange } from "./peaks-view";
import { prepareCanvas } from "./screen-canvas";

export interface WaveformCanvasProps {
  peaks: Peaks;
  range: TimeRange;
  /** CSS pixels. */
  width: number;
  height: number;
}

/** The colours of the current theme. They come from the style sheet; the name only says that they have changed. */
function coloursOf(element: Element, _theme: string | undefined): WaveformColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    low: read("--band-low"),
    mid: read("--band-mid"),
    high: read("--band-high"),
    axis: read("--border-strong"),
  };
}

/** The picture alone. The slider around it describes it to screen readers. */
export function WaveformCanvas({ peaks, range, width, height }: WaveformCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { resolvedTheme } = useTheme();
  const { startSeconds, endSeconds } = range;

  useEffect(() => {
    const context = prepareCanvas(canvas.current, width, height)?.context;
    if (!context) return;
    const element = context.canvas;
    paintWaveform(context, {
      columns: columnsOf(peaks, { startSeconds, endSeconds }, element.width),
      heightPixels: element.height,
      gain: gainToFill(peaks),
      colours: coloursOf(element, resolvedTheme),
    });
  }, [peaks, startSeconds, endSeconds, width, height, resolvedTheme]);

  return <canvas ref={canvas} aria-hidden className="block" style={{ width, height }} />;
}
