"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { isForPage } from "@/components/player/shortcuts";
import { Scope } from "@/components/ui/scope";
import { toast } from "@/components/ui/toast";
import { closeOverlay, offerOverlay, openOverlay, useOverlaySwitch } from "./overlay-switch";

/** Opens the visualizer over any page of the studio, by a button or V. Its code comes when it is first opened. */
export function OverlayGate() {
  const { isOpen } = useOverlaySwitch();
  const [Overlay, setOverlay] = useState<ComponentType | null>(null);
  const isItsPage = usePathname().startsWith("/visualizer/");
  useEffect(offerOverlay, []);
  useEffect(() => {
    // There the key has another meaning.
    if (isItsPage || isOpen) return;
    const scope = new Scope();
    scope.listen(window, "keydown", (event) => {
      if (event.key.toLowerCase() !== "v" || !isForPage(event) || event.repeat || event.defaultPrevented) return;
      if (!audioPlayer().state().track) return;
      event.preventDefault();
      openOverlay();
    });
    return scope.dispose;
  }, [isItsPage, isOpen]);
  useEffect(() => {
    if (!isOpen || Overlay) return;
    import("./overlay").then(
      (loaded) => setOverlay(() => loaded.Overlay),
      () => {
        closeOverlay();
        toast.error("The visualizer could not be loaded", { description: "Try again in a moment." });
      },
    );
  }, [isOpen, Overlay]);
  return isOpen && Overlay ? <Overlay /> : null;
}
