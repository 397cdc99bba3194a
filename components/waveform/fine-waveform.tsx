"use client";

import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useTheme } from "@/components/ui/use-theme";
import type { Peaks } from "@/lib/analysis/record/peaks-format";
import { refineColumns, samplesInView, tilesFor } from "./detail";
import { paintSamples } from "./paint-samples";
import { paintWaveform } from "./paint-waveform";
import { columnsOf, gainToFill } from "./peaks-view";
import { prepareCanvas } from "./screen-canvas";
import type { View } from "./time-view";
import { type WaveformTheme, waveformTheme } from "./waveform-theme";
import type { WindowStore } from "./window-store";

export interface FineWaveformProps {
  peaks: Peaks;
  view: View;
  height: number;
  sampleRateHz: number;
  /** What is finer than the stored waveform; null if nothing is. */
  windows: WindowStore | null;
}

const noVersion = () => 0;
const never = () => () => {};

/** The waveform in view, down to single samples. The slider around it describes it to screen readers. */
export function FineWaveform({ peaks, view, height, sampleRateHz, windows }: FineWaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useRef<WaveformTheme | null>(null);
  const painted = useTheme();
  const { range, widthPixels } = view;
  const gain = useMemo(() => gainToFill(peaks), [peaks]);
  const getVersion = windows ? () => windows.state().version : noVersion;
  const version = useSyncExternalStore(windows?.subscribe ?? never, getVersion, getVersion);

  useEffect(() => {
    const screen = prepareCanvas(canvas.current, widthPixels, height);
    if (!screen) return;
    theme.current = waveformTheme(screen.context.canvas, painted, theme.current);
    const { durationSeconds } = peaks;
    const sound = { durationSeconds, sampleRateHz, finestSecondsPerPoint: peaks.levels[0]?.secondsPerPoint ?? 0 };
    paint({ ...screen, peaks, range, gain, sound, windows, theme: theme.current });
    void version;
  }, [peaks, range, widthPixels, height, sampleRateHz, windows, gain, version, painted]);

  return <canvas ref={canvas} aria-hidden className="block" style={{ width: widthPixels, height }} />;
}

interface PaintOptions extends Pick<FineWaveformProps, "peaks" | "windows">, Pick<View, "range"> {
  context: CanvasRenderingContext2D;
  scale: number;
  gain: number;
  sound: { durationSeconds: number; sampleRateHz: number; finestSecondsPerPoint: number };
  theme: WaveformTheme;
}

function paint({ context, scale, peaks, range, gain, sound, windows, theme }: PaintOptions): void {
  const { width, height } = context.canvas;
  const span = windows && tilesFor(range, width, sound);
  windows?.want(span);
  const framesPerPixel = ((range.endSeconds - range.startSeconds) * sound.sampleRateHz) / width;
  const samples = windows && framesPerPixel < 1 ? samplesInView(range, sound, windows.tileAt) : null;
  const { colours } = theme;
  if (samples) {
    const size = { widthPixels: width, heightPixels: height, scale };
    const { sampleRateHz } = sound;
    paintSamples(context, { samples, range, sampleRateHz, gain, ...size, colours: theme.channels, axis: colours.axis });
    return;
  }
  const columns = columnsOf(peaks, range, width);
  if (windows && span) refineColumns(columns, range, { ...sound, ...span, tileAt: windows.tileAt });
  paintWaveform(context, { columns, heightPixels: height, gain, colours });
}
