"use client";

import { useKeys } from "@/components/keys/use-keys";
import type { TimeView } from "@/components/waveform/time-view";

export const ZOOM_STEP = 2;

/** Zooms by keys, around the playhead. */
export function useViewKeys(view: TimeView, positionNow: () => number): void {
  useKeys({
    "timeline.zoom_in": () => view.zoomBy(ZOOM_STEP, positionNow()),
    "timeline.zoom_out": () => view.zoomBy(1 / ZOOM_STEP, positionNow()),
    "timeline.show_all": () => view.showAll(),
  });
}
