"use client";

import { AudioLines, LoaderCircle, Pause, Play } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { audioPlayer } from "./audio-player";
import { RateBadge } from "./rate-control";
import { SoundButton } from "./sound-button";
import { useMediaSession } from "./use-media-session";
import { usePlayerState } from "./use-player";
import { usePlayerKeys } from "./use-player-keys";
import { MuteButton } from "./volume-control";

/**
 * Stands once in the studio's frame, so that sound goes on from page to page: says what plays, pauses it, and leads to
 * its page. Leaving the studio stops it.
 */
export function NowPlaying({ children }: { children?: ReactNode }) {
  const { track, status, message } = usePlayerState();
  const pathname = usePathname();
  useMediaSession();
  usePlayerKeys();
  useEffect(() => () => audioPlayer().stop(), []);
  const title = track?.title;
  const isOnItsPage = track !== null && pathname === `/samples/${track.id}`;
  const wasFailed = useRef(false);
  useEffect(() => {
    const isNew = status === "failed" && !wasFailed.current;
    wasFailed.current = status === "failed";
    // The sample's own page says it beside the controls. Leaving that page is no new failure.
    if (isNew && !isOnItsPage) toast.error(`${title} could not be played`, { description: message ?? "" });
  }, [status, message, title, isOnItsPage]);

  if (!track || isOnItsPage || status === "failed") return null;
  const isOn = status === "playing" || status === "loading";
  const Icon = status === "loading" ? LoaderCircle : isOn ? Pause : Play;
  return (
    <section
      aria-label="Now playing"
      className="glass flex h-10 min-w-0 items-center gap-0.5 rounded-full px-1 max-md:max-w-44"
    >
      <IconButton
        label={`${isOn ? "Pause" : "Play"} ${track.title}`}
        size="icon-sm"
        tooltipSide="bottom"
        onClick={() => audioPlayer().toggle(track)}
      >
        <Icon
          aria-hidden
          className={status === "loading" ? "animate-spin motion-reduce:animate-none" : "fill-current"}
        />
      </IconButton>
      <Link
        href={`/samples/${track.id}`}
        title={track.title}
        className="min-w-0 max-w-56 truncate rounded-xs px-1 text-sm hover:text-primary"
      >
        {track.title}
      </Link>
      <span className="flex items-center max-sm:hidden">
        <MuteButton />
        <RateBadge />
        <SoundButton />
      </span>
      {children}
      {status === "playing" ? (
        <AudioLines aria-hidden className="mr-2 size-4 shrink-0 text-primary max-sm:hidden" />
      ) : null}
    </section>
  );
}
