"use client";

import { Orbit } from "lucide-react";
import { useText } from "#text";
import { IconButton } from "@/components/ui/icon-button";
import { openOverlay, useOverlaySwitch } from "./overlay-switch";

/** Shows what plays over the page, for who has the visualizer. */
export function OverlayButton() {
  const t = useText();
  const { isOffered } = useOverlaySwitch();
  if (!isOffered) return null;
  return (
    <IconButton
      label={t("Visualize (V)")}
      aria-keyshortcuts="V"
      size="icon-sm"
      tooltipSide="bottom"
      onClick={openOverlay}
    >
      <Orbit aria-hidden />
    </IconButton>
  );
}
