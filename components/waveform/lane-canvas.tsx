"use client";

import { useEffect, useRef } from "react";
import { useTheme } from "@/components/ui/use-theme";
import { prepareCanvas } from "./screen-canvas";

export interface LaneCanvasProps {
  /** CSS pixels. */
  width: number;
  height: number;
  /** Paints an empty canvas, in CSS pixels. Must be the same function as long as nothing has changed. */
  paint: (context: CanvasRenderingContext2D, theme: LaneTheme) => void;
  className?: string;
}

export interface LaneTheme {
  isLight: boolean;
  /** For text and lines. */
  foreground: string;
  mutedForeground: string;
  /** For canvas text: `600 11px …`. */
  fontFamily: string;
}

/** A picture in the timeline, painted again when its content or the theme changes. */
export function LaneCanvas({ width, height, paint, className }: LaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const screen = prepareCanvas(canvas.current, width, height);
    if (!screen) return;
    const { context, scale } = screen;
    context.scale(scale, scale);
    const style = getComputedStyle(context.canvas);
    paint(context, {
      isLight: theme === "light",
      foreground: style.getPropertyValue("--foreground").trim(),
      mutedForeground: style.getPropertyValue("--muted-foreground").trim(),
      fontFamily: style.fontFamily,
    });
  }, [width, height, paint, theme]);
  return <canvas ref={canvas} aria-hidden className={className} style={{ width, height }} />;
}
