"use client";

import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { useText } from "#text";
import { KeyButton } from "@/components/keys/key-button";
import type { TimeView } from "@/components/waveform/time-view";
import { zoomText } from "@/components/waveform/timeline-view";
import { useView } from "@/components/waveform/use-view";
import { ZOOM_STEP } from "./use-view-keys";

export interface ZoomButtonsProps {
  view: TimeView;
  /** Stays where it is on screen, or comes to its middle. */
  anchorSeconds: number;
}

/** Zooms the timeline from the whole recording to single samples. */
export function ZoomButtons({ view, anchorSeconds }: ZoomButtonsProps) {
  const t = useText();
  const { range, limits } = useView(view);
  return (
    <fieldset
      aria-label={t("Zoom")}
      className="flex shrink-0 items-center"
      title={t("Or hold Ctrl or ⌘ and turn the wheel, or pinch")}
    >
      <KeyButton
        action="timeline.zoom_out"
        label={t("Zoom out")}
        size="icon-sm"
        disabled={view.isWhole}
        onClick={() => view.zoomBy(1 / ZOOM_STEP, anchorSeconds)}
      >
        <ZoomOut aria-hidden />
      </KeyButton>
      <span className="figures w-16 text-center text-muted-foreground text-xs" aria-live="polite">
        {zoomText(range, limits.durationSeconds, t)}
      </span>
      <KeyButton
        action="timeline.zoom_in"
        label={t("Zoom in")}
        size="icon-sm"
        disabled={view.isClosest}
        onClick={() => view.zoomBy(ZOOM_STEP, anchorSeconds)}
      >
        <ZoomIn aria-hidden />
      </KeyButton>
      <KeyButton
        action="timeline.show_all"
        label={t("Show all")}
        size="icon-sm"
        disabled={view.isWhole}
        onClick={() => view.showAll()}
      >
        <Maximize2 aria-hidden />
      </KeyButton>
    </fieldset>
  );
}
