"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { scrollAfterZoom, zoomLevels } from "@/components/waveform/timeline-view";
import type { PeaksState } from "@/components/waveform/use-peaks";

export interface ZoomOptions {
  peaks: PeaksState;
  scroller: RefObject<HTMLDivElement | null>;
  durationSeconds: number;
  viewportPixels: number;
  /** Stays in the same place on screen. */
  anchorSeconds: number;
}

export interface Zoom {
  zoom: number;
  maxZoom: number;
  step: (direction: 1 | -1) => void;
}

/** The zoom factor of the timeline. Steps lead from one useful factor to the next. */
export function useZoom({ peaks, scroller, durationSeconds, viewportPixels, anchorSeconds }: ZoomOptions): Zoom {
  const [wanted, setWanted] = useState(1);
  const pendingScroll = useRef<number | null>(null);
  const finest = peaks.status === "ready" ? (peaks.peaks.levels[0]?.secondsPerPoint ?? 0) : 0;
  const levels = zoomLevels({ durationSeconds, finestSecondsPerPoint: finest, viewportPixels });
  const zoom = levels.findLast((level) => level <= wanted) ?? 1;
  const step = (direction: 1 | -1) => {
    const next = levels[levels.indexOf(zoom) + direction];
    if (next === undefined) return;
    const scrollLeft = scroller.current?.scrollLeft ?? 0;
    const geometry = { durationSeconds, viewportPixels, scrollLeft, fromZoom: zoom, toZoom: next };
    pendingScroll.current = scrollAfterZoom({ anchorSeconds, ...geometry });
    setWanted(next);
  };
  // The track has its new width only after rendering.
  useEffect(() => {
    if (pendingScroll.current === null || !scroller.current) return;
    scroller.current.scrollLeft = pendingScroll.current;
    pendingScroll.current = null;
  });
  return { zoom, maxZoom: levels.at(-1) ?? 1, step };
}
