"use client";

import { useEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";
import { useTheme } from "@/components/ui/use-theme";
import { MeterPainter } from "./meter-painter";

/** What paints the meters, in the colours of the theme and the size that they have. */
export function usePainter(channels: number): MeterPainter {
  const [painter] = useState(() => new MeterPainter(channels));
  const theme = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours.
  useEffect(() => {
    const scope = new Scope();
    // It also calls for the size that there is at first.
    const observer = scope.own(new ResizeObserver(() => painter.readColours()));
    for (const canvas of Object.values(painter.canvases)) if (canvas) observer.observe(canvas);
    return scope.dispose;
  }, [painter, theme]);
  return painter;
}
