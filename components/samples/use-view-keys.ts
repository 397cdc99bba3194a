"use client";

import { useKeys } from "@/components/keys/use-keys";
import type { TimeView } from "@/components/waveform/time-view";

export const ZOOM_STEP = 2;

/** Zooms around the playhead, and back to the whole recording. */
export function useViewKeys(view: TimeView, positionNow: () => number): void {
  useKeys({
    "timeline.zoom": ({ shiftKey }) => view.zoomBy(shiftKey ? 1 / ZOOM_STEP : ZOOM_STEP, positionNow()),
    "timeline.all": () => view.showAll(),
  });
}
