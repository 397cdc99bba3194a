"use client";

import { useText } from "#text";
import { playFrom } from "@/components/player/page-player";
import { formatPosition } from "@/lib/format/position";

/** Plays the sound from where a comment is. Without scripts it leads to the player. */
export function CommentTime({ publicationId, atSeconds }: { publicationId: string; atSeconds: number }) {
  const t = useText();
  const position = formatPosition(atSeconds);
  return (
    // biome-ignore lint/a11y/useValidAnchor: without scripts it leads to the player
    <a
      href="#player"
      aria-label={t("Play from {position}", { position })}
      onClick={(event) => {
        event.preventDefault();
        playFrom(publicationId, atSeconds);
      }}
      className="figures rounded-sm bg-accent/12 px-1.5 py-0.5 text-accent text-xs hover:bg-accent/20"
    >
      {position}
    </a>
  );
}
