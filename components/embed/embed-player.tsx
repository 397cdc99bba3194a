"use client";

import { useRef, useState } from "react";
import { useReportedPlays } from "@/components/player/use-reported-plays";

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
          {artistName ? <span className="text-muted-foreground"> by {artistName}</span> : null}
        </h1>
        <span className="shrink-0 text-muted-foreground text-sm">{facts}</span>
      </div>
      <Waveform overview={overview} played={seconds > 0 ? position / seconds : 0} />
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
        <p>The sound is being prepared. Reload the page in a moment.</p>
      )}
    </section>
  );
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
