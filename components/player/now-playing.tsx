"use client";

import { AudioLines, LoaderCircle, Pause, Play, SkipBack, SkipForward } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "#text";
import { KeyButton } from "@/components/keys/key-button";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { audioPlayer } from "./audio-player";
import { RateBadge } from "./rate-control";
import { SoundButton } from "./sound-button";
import { useKeptQueue } from "./use-kept-queue";
import { useMediaSession } from "./use-media-session";
import { usePlayerState } from "./use-player";
import { usePlayerKeys } from "./use-player-keys";
import { playQueue, useQueue, useQueueWords } from "./use-queue";
import { MuteButton } from "./volume-control";

/**
 * Stands once in the studio's frame, so that sound goes on from page to page: says what plays, pauses it, and leads to
 * its page. Leaving the studio stops it.
 */
export function NowPlaying({ children }: { children?: ReactNode }) {
  const t = useText();
  const { track, status, message } = usePlayerState();
  const pathname = usePathname();
  useMediaSession();
  useQueueWords();
  usePlayerKeys();
  useKeptQueue();
  useSampleEvents(({ sampleId, change }) => change === "deleted" && playQueue().forget([sampleId], false), nothing);
  useEffect(() => () => audioPlayer().stop(), []);
  const title = track?.title;
  const isOnItsPage = track !== null && pathname === `/samples/${track.id}`;
  const wasFailed = useRef(false);
  useEffect(() => {
    const isNew = status === "failed" && !wasFailed.current;
    wasFailed.current = status === "failed";
    // The sample's own page says it beside the controls. Leaving that page is no new failure.
    if (isNew && !isOnItsPage)
      toast.error(t("{title} could not be played", { title: title ?? "" }), { description: message ? t(message) : "" });
  }, [status, message, title, isOnItsPage, t]);

  if (!track || isOnItsPage || status === "failed") return null;
  const isOn = status === "playing" || status === "loading";
  const Icon = status === "loading" ? LoaderCircle : isOn ? Pause : Play;
  return (
    <section
      aria-label={t("Now playing")}
      data-now-playing
      className="glass flex h-10 min-w-0 items-center gap-0.5 rounded-full px-1 max-md:max-w-56"
    >
      <StepButton direction={-1} />
      <IconButton
        label={isOn ? t("Pause {name}", { name: track.title }) : t("Play {name}", { name: track.title })}
        size="icon-sm"
        tooltipSide="bottom"
        onClick={() => audioPlayer().toggle(track)}
      >
        <Icon
          aria-hidden
          className={status === "loading" ? "animate-spin motion-reduce:animate-none" : "fill-current"}
        />
      </IconButton>
      <StepButton direction={1} />
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

const nothing = () => {};

/** To the next sound of the list that it was started in, or to the one before. Absent where there is no list. */
function StepButton({ direction }: { direction: 1 | -1 }) {
  const t = useText();
  const { list, previous, next } = useQueue();
  if (!list || list.tracks.length < 2) return null;
  const track = direction === 1 ? next : previous;
  const Icon = direction === 1 ? SkipForward : SkipBack;
  return (
    <KeyButton
      action={direction === 1 ? "player.next" : "player.previous"}
      label={direction === 1 ? t("[track] Next") : t("[track] Previous")}
      size="icon-sm"
      tooltipSide="bottom"
      disabled={!track}
      className={direction === -1 ? "max-sm:hidden" : undefined}
      onClick={() => playQueue().step(direction)}
    >
      <Icon aria-hidden />
    </KeyButton>
  );
}
