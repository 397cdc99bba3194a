"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import { toast } from "@/components/ui/toast";
import { closeOverlay, offerOverlay, openOverlay, useOverlaySwitch } from "./overlay-switch";

/** Opens the visualizer over any page of the studio, by a button or V. Its code comes when it is first opened. */
export function OverlayGate() {
  const { isOpen } = useOverlaySwitch();
  const [Overlay, setOverlay] = useState<ComponentType | null>(null);
  const isItsPage = usePathname().startsWith("/visualizer/");
  useEffect(offerOverlay, []);
  useKeys({
    visualize: ({ repeat }) => {
      // On its page the key has another meaning.
      if (repeat || isItsPage || !audioPlayer().state().track) return false;
      openOverlay();
    },
  });
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
