"use client";

import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { paintWaveform, type WaveformColours } from "./paint-waveform";
import { columnsOf, loudestSample, type TimeRange } from "./peaks-view";

export interface WaveformCanvasProps {
  peaks: Peaks;
  range: TimeRange;
  /** CSS pixels; painted at the screen's own resolution. */
  width: number;
  height: number;
}

/** The colours of the theme that is on: the style sheet knows them, the theme's name says when they changed. */
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

/** The picture only; what it means is said by the slider it lies in. */
export function WaveformCanvas({ peaks, range, width, height }: WaveformCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { resolvedTheme } = useTheme();
  const { startSeconds, endSeconds } = range;

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || width <= 0) return;
    const scale = window.devicePixelRatio || 1;
    element.width = Math.round(width * scale);
    element.height = Math.round(height * scale);
    const loudest = loudestSample(peaks);
    paintWaveform(context, {
      columns: columnsOf(peaks, { startSeconds, endSeconds }, element.width),
      heightPixels: element.height,
      gain: loudest > 0 ? 0.96 / loudest : 1,
      colours: coloursOf(element, resolvedTheme),
    });
  }, [peaks, startSeconds, endSeconds, width, height, resolvedTheme]);

  return <canvas ref={canvas} aria-hidden className="block" style={{ width, height }} />;
}
