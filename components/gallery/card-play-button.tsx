"use client";

import { LoaderCircle, Pause, Play } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useText } from "#text";
import { useHydrated } from "@/components/ui/use-hydrated";
import { cn } from "@/lib/cn";
import { cardSound, onCardSound, toggleCard } from "./card-player";

interface CardPlayButtonProps {
  id: string;
  slug: string;
  title: string;
  artist: string;
  heardSeconds: number;
}

const LOOK = cn(
  "absolute right-2 bottom-2 z-10 grid size-10 place-items-center rounded-full border border-border-strong",
  "bg-background/80 text-foreground backdrop-blur-sm transition-colors hover:border-primary hover:text-primary",
);
const nothing = () => null;

/** Plays what strangers hear of a sound. Without scripts there is none: the page of the sound plays it. */
export function CardPlayButton({ id, slug, title, artist, heardSeconds }: CardPlayButtonProps) {
  const t = useText();
  const sound = useSyncExternalStore(onCardSound, cardSound, nothing);
  const canRun = useHydrated();
  if (!canRun) return null;
  const src = `/gallery/${slug}/audio`;
  const status = sound?.id === id ? sound.status : "paused";
  const isOn = status === "playing" || status === "loading";
  const Icon = status === "loading" ? LoaderCircle : status === "playing" ? Pause : Play;
  const failed = status === "failed" ? t("{title} could not be played. Try again", { title }) : undefined;
  const label = failed ?? (isOn ? t("Pause {title}", { title }) : t("Play {title}", { title }));
  return (
    <button
      type="button"
      aria-label={label}
      title={failed}
      className={cn(LOOK, isOn && "border-primary text-primary", status === "failed" && "border-danger text-danger")}
      onClick={() => void toggleCard({ id, title, src, durationSeconds: heardSeconds }, artist)}
    >
      <Icon
        aria-hidden
        className={cn("size-4", status === "loading" ? "animate-spin motion-reduce:animate-none" : "fill-current")}
      />
    </button>
  );
}
