"use client";

import { Shapes } from "lucide-react";
import { type ComponentType, type RefObject, useState } from "react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { PublicPictureProps } from "@/components/visualizer/public-picture";
import { cn } from "@/lib/cn";

interface ItemPictureProps extends Omit<PublicPictureProps, "audio"> {
  audio: RefObject<HTMLAudioElement | null>;
}

type State = "closed" | "loading" | "open" | "failed";

/** A sound as a picture that moves with it. Its code is large, so it comes when somebody wants to see it. */
export function ItemPicture({ audio, ...about }: ItemPictureProps) {
  const t = useText();
  const [Picture, setPicture] = useState<ComponentType<PublicPictureProps> | null>(null);
  const [state, setState] = useState<State>("closed");
  const canRun = useHydrated();
  const open = async () => {
    setState("loading");
    try {
      const { PublicPicture } = await import("@/components/visualizer/public-picture");
      setPicture(() => PublicPicture);
      setState("open");
    } catch {
      setState("failed");
    }
  };
  const isOpen = state === "open";
  return (
    <div className="flex flex-col gap-3">
      {/* Its place is there from the beginning, so that nothing moves when it comes. */}
      <div className={cn("flex flex-wrap items-center gap-3", !canRun && "invisible")}>
        <Button
          size="sm"
          aria-expanded={isOpen}
          pending={state === "loading"}
          onClick={() => (isOpen ? setState("closed") : void open())}
        >
          <Shapes aria-hidden />
          {isOpen ? t("Close the picture") : t("See it as a picture")}
        </Button>
        {state === "failed" ? <span role="alert">{t("The picture did not come. Try again in a moment.")}</span> : null}
      </div>
      {isOpen && Picture && audio.current ? <Picture {...about} audio={audio.current} /> : null}
    </div>
  );
}
