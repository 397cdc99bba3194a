"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { scrollAfterZoom } from "@/components/waveform/timeline-view";

export interface ZoomOptions {
  levels: readonly number[];
  scroller: RefObject<HTMLDivElement | null>;
  durationSeconds: number;
  viewportPixels: number;
  /** Stays where it is on screen. */
  anchorSeconds: number;
}

/** One of the offered zoom factors, and going to the next. */
export function useZoom({ levels, scroller, durationSeconds, viewportPixels, anchorSeconds }: ZoomOptions) {
  const [wanted, setWanted] = useState(1);
  const zoom = levels.findLast((level) => level <= wanted) ?? 1;
  const pendingScroll = useRef<number | null>(null);
  const step = (direction: 1 | -1) => {
    const next = levels[levels.indexOf(zoom) + direction];
    if (next === undefined) return;
    const scrollLeft = scroller.current?.scrollLeft ?? 0;
    const geometry = { durationSeconds, viewportPixels, scrollLeft, fromZoom: zoom, toZoom: next };
    pendingScroll.current = scrollAfterZoom({ anchorSeconds, ...geometry });
    setWanted(next);
  };
  // The track has its new width only after the render.
  useEffect(() => {
    if (pendingScroll.current === null || !scroller.current) return;
    scroller.current.scrollLeft = pendingScroll.current;
    pendingScroll.current = null;
  });
  return { zoom, step };
}
