"use client";

import { useRef, useState } from "react";
import { useText } from "#text";
import { useReportedPlays } from "@/components/player/use-reported-plays";
import { OverviewWaveform } from "@/components/waveform/overview-waveform";
import type { EmbeddedItem } from "@/lib/syndication/schema";

/** A sound in another site's page: the browser's own player below the waveform, and the way to its page here. */
export function EmbedPlayer({ id, title, artistName, facts, address, soundAddress, seconds, overview }: EmbeddedItem) {
  const t = useText();
  const audio = useRef<HTMLAudioElement>(null);
  const [position, setPosition] = useState(0);
  useReportedPlays(audio, id, "embed");
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h1 className="min-w-0 truncate font-medium text-base">
          {/* Out of the frame: inside it there is room for the player alone. */}
          <a href={address} target="_blank" rel="noopener" className="rounded-sm hover:underline">
            {title}
          </a>
          {artistName ? <span className="text-muted-foreground"> {t("by {name}", { name: artistName })}</span> : null}
        </h1>
        <span className="shrink-0 text-muted-foreground text-sm">{facts}</span>
      </div>
      <OverviewWaveform {...{ overview, seconds }} positionSeconds={position} className="h-12" />
      {soundAddress ? (
        // biome-ignore lint/a11y/useMediaCaption: music, in which nothing is said that could be written down
        <audio
          ref={audio}
          src={soundAddress}
          controls
          preload="none"
          aria-label={title}
          onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
          className="w-full"
        />
      ) : (
        <p>{t("The sound is being prepared. Reload the page in a moment.")}</p>
      )}
    </section>
  );
}
