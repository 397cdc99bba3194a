"use client";

import { useTheme } from "next-themes";
import { useEffect, useRef } from "react";

export interface LaneCanvasProps {
  /** CSS pixels; painted at the screen's own resolution. */
  width: number;
  height: number;
  /** Paints in CSS pixels on an empty canvas. Keep it the same function while nothing changes. */
  paint: (context: CanvasRenderingContext2D, theme: LaneTheme) => void;
  className?: string;
}

export interface LaneTheme {
  isLight: boolean;
  /** Text and lines. */
  foreground: string;
  mutedForeground: string;
  /** For canvas text: `600 11px …`. */
  fontFamily: string;
}

/** A picture in the timeline that is painted anew when what it shows or the theme changes. */
export function LaneCanvas({ width, height, paint, className }: LaneCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { resolvedTheme } = useTheme();
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || width <= 0) return;
    const scale = window.devicePixelRatio || 1;
    element.width = Math.round(width * scale);
    element.height = Math.round(height * scale);
    context.scale(scale, scale);
    const style = getComputedStyle(element);
    paint(context, {
      isLight: resolvedTheme === "light",
      foreground: style.getPropertyValue("--foreground").trim(),
      mutedForeground: style.getPropertyValue("--muted-foreground").trim(),
      fontFamily: style.fontFamily,
    });
  }, [width, height, paint, resolvedTheme]);
  return <canvas ref={canvas} aria-hidden className={className} style={{ width, height }} />;
}
