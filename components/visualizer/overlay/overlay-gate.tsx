"use client";

import { usePathname } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import { useText } from "#text";
import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import { toast } from "@/components/ui/toast";
import { closeOverlay, offerOverlay, openOverlay, useOverlaySwitch } from "./overlay-switch";

/** Opens the visualizer over any page of the studio, by a button or V. Its code comes when it is first opened. */
export function OverlayGate() {
  const t = useText();
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
        toast.error(t("The visualizer could not be loaded"), { description: t("Try again in a moment.") });
      },
    );
  }, [isOpen, Overlay, t]);
  return isOpen && Overlay ? <Overlay /> : null;
}
