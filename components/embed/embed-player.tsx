"use client";

import { useEffect, useRef, useState } from "react";
import { PlayReporter } from "@/components/player/play-reports";

interface EmbedPlayerProps {
  id: string;
  title: string;
  artistName: string | null;
  facts: string;
  address: string;
  soundAddress: string | null;
  seconds: number;
  overview: string | null;
}

/** A sound in another site's page: the browser's own player below the waveform, and the way to its page here. */
export function EmbedPlayer({
  id,
  title,
  artistName,
  facts,
  address,
  soundAddress,
  seconds,
  overview,
}: EmbedPlayerProps) {
  const { position, events } = useReportedSound(id);
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <h1 className="min-w-0 truncate font-medium text-base">
          {/* Out of the frame: inside it there is room for the player alone. */}
          <a href={address} target="_blank" rel="noopener" className="rounded-sm hover:underline">
            {title}
          </a>
          {artistName ? <span className="text-muted-foreground"> by {artistName}</span> : null}
        </h1>
        <span className="shrink-0 text-muted-foreground text-sm">{facts}</span>
      </div>
      <Waveform overview={overview} played={seconds > 0 ? position / seconds : 0} />
      {soundAddress ? (
        <audio src={soundAddress} controls preload="none" aria-label={title} className="w-full" {...events} />
      ) : (
        <p>The sound is being prepared. Reload the page in a moment.</p>
      )}
    </section>
  );
}

/** Reports what an audio element plays. Between two events it has played on, unless it jumped. */
function useReportedSound(publicationId: string) {
  const reporter = useRef<PlayReporter>(null);
  const heardTo = useRef<number | null>(null);
  const [position, setPosition] = useState(0);
  useEffect(() => {
    const onVisible = () => reporter.current?.visible(document.visibilityState === "visible");
    const onLeave = () => reporter.current?.end();
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("pagehide", onLeave);
    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("pagehide", onLeave);
      reporter.current?.end();
      reporter.current = null;
    };
  }, []);
  const follow = ({ currentTarget: sound }: { currentTarget: HTMLAudioElement }) => {
    const from = heardTo.current;
    setPosition(sound.currentTime);
    if (from !== null && !sound.seeking) reporter.current?.heard(from, sound.currentTime);
    heardTo.current = sound.paused ? null : sound.currentTime;
  };
  const events = {
    onPlaying: ({ currentTarget: sound }: { currentTarget: HTMLAudioElement }) => {
      reporter.current ??= new PlayReporter({ publicationId, context: "embed" });
      reporter.current.muted(sound.muted || sound.volume === 0);
      void reporter.current.begin();
      heardTo.current = sound.currentTime;
    },
    onTimeUpdate: follow,
    onPause: follow,
    onSeeking: () => {
      heardTo.current = null;
    },
    onSeeked: ({ currentTarget: sound }: { currentTarget: HTMLAudioElement }) => {
      heardTo.current = sound.paused ? null : sound.currentTime;
    },
    onVolumeChange: ({ currentTarget: sound }: { currentTarget: HTMLAudioElement }) =>
      reporter.current?.muted(sound.muted || sound.volume === 0),
    onEnded: () => {
      reporter.current?.end();
      reporter.current = null;
      heardTo.current = null;
    },
  };
  return { position, events };
}

function Waveform({ overview, played }: { overview: string | null; played: number }) {
  const levels = Array.from(overview ? atob(overview) : "", (byte) => byte.charCodeAt(0) / 255);
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, levels.length)} 100`}
      preserveAspectRatio="none"
      aria-hidden
      className="h-12 w-full"
    >
      {levels.map((level, at) => {
        const height = Math.max(4, level * 100);
        const isPlayed = at < Math.round(played * levels.length);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={at}
            x={at + 0.15}
            y={50 - height / 2}
            width={0.7}
            height={height}
            className={isPlayed ? "fill-wave-played" : "fill-wave"}
          />
        );
      })}
    </svg>
  );
}
