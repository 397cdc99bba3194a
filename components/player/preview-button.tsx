"use client";

import { LoaderCircle, Pause, Play } from "lucide-react";
import { useText } from "#text";
import { cn } from "@/lib/cn";
import { useListToggle } from "./list-of-sounds";
import type { Track } from "./track";
import { useTrackState } from "./use-player";

export interface PreviewButtonProps {
  /** Null while there is nothing to play. */
  track: Track | null;
  fileName: string;
  id: string;
  tabIndex?: number;
}

/** Plays or pauses one sample. Playing it stops any other sample. */
export function PreviewButton({ track, fileName, id, tabIndex }: PreviewButtonProps) {
  const t = useText();
  const { status } = useTrackState(id);
  const toggle = useListToggle();
  const isOn = status === "playing" || status === "loading";
  const Icon = status === "loading" ? LoaderCircle : status === "playing" ? Pause : Play;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      disabled={track === null}
      aria-label={isOn ? t("Pause {name}", { name: fileName }) : t("Play {name}", { name: fileName })}
      data-sound={id}
      onClick={() => track && toggle(track)}
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-full border transition-colors disabled:opacity-35",
        isOn
          ? "border-primary bg-primary text-primary-foreground"
          : "border-border-strong text-muted-foreground hover:border-primary hover:text-primary",
      )}
    >
      <Icon
        aria-hidden
        className={cn(
          "size-4",
          status === "loading" ? "animate-spin motion-reduce:animate-none" : "fill-current",
          !isOn && "translate-x-px",
        )}
      />
    </button>
  );
}
