"use client";

import { useLayoutEffect, useRef } from "react";
import type { Landing } from "./use-library-window";

interface LandingOptions {
  landing: Landing;
  /** Whether there is a pane to scroll. */
  isReady: boolean;
  perLine: number;
  linePx: number;
  scrollTo: (listPx: number) => void;
  reveal: (line: number) => void;
}

/** Scrolls to where a list was opened, and keeps the place where the lines change their height. */
export function useLanding({ landing, isReady, perLine, linePx, scrollTo, reveal }: LandingOptions): void {
  const landed = useRef<Landing | null>(null);
  useLayoutEffect(() => {
    if (!isReady || landed.current === landing) return;
    landed.current = landing;
    const line = Math.floor(landing.index / perLine);
    if (landing.offsetPx === null) reveal(line);
    else scrollTo(line * linePx - landing.offsetPx);
  }, [landing, isReady, perLine, linePx, scrollTo, reveal]);
}
