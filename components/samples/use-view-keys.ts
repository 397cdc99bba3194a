"use client";

import { useEffect } from "react";
import { isForPage } from "@/components/player/shortcuts";
import { Scope } from "@/components/ui/scope";
import type { TimeView } from "@/components/waveform/time-view";

export const ZOOM_STEP = 2;

/** Z zooms in and Shift + Z out, around the playhead; W shows the whole recording. */
export function useViewKeys(view: TimeView, positionNow: () => number): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isForPage(event)) return;
      if (event.key === "z") view.zoomBy(ZOOM_STEP, positionNow());
      else if (event.key === "Z") view.zoomBy(1 / ZOOM_STEP, positionNow());
      else if (event.key === "w" || event.key === "W") view.showAll();
      else return;
      event.preventDefault();
    };
    const scope = new Scope();
    scope.listen(window, "keydown", onKeyDown);
    return scope.dispose;
  }, [view, positionNow]);
}
