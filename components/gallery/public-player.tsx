"use client";

import { useRef, useState } from "react";
import { useText } from "#text";
import { useReportedPlays } from "@/components/player/use-reported-plays";
import { OverviewWaveform } from "@/components/waveform/overview-waveform";
import { formatPosition } from "@/lib/format/position";
import { ItemPicture } from "./item-picture";

/** Something that is said about a moment of the sound. */
export interface SoundMark {
  /** Of the element on the page that says it. */
  id: string;
  label: string;
  atSeconds: number;
}

export interface PublicPlayerProps {
  publicationId: string;
  title: string;
  artist: string;
  src: string;
  /** Of the whole recording: `overview` is its waveform. */
  seconds: number;
  /** Of what can be heard. */
  heardSeconds: number;
  overview: string | null;
  marks: readonly SoundMark[];
  /** The address below which its waveform and facts are, if it is offered as a picture. */
  picturePath: string | null;
}

/**
 * The sound of an item: the browser's own player, which also works without scripts, under a waveform that leads through
 * it.
 */
export function PublicPlayer(props: PublicPlayerProps) {
  const t = useText();
  const { publicationId, title, artist, src, seconds, heardSeconds, overview, marks, picturePath } = props;
  const audio = useRef<HTMLAudioElement>(null);
  const [position, setPosition] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  useReportedPlays(audio, publicationId, "page");
  const seek = (to: number) => {
    setPosition(to);
    if (audio.current) audio.current.currentTime = Math.min(to, heardSeconds);
  };
  return (
    <section id="player" aria-label={t("Player")} data-publication={publicationId} className="flex flex-col gap-3">
      <div className="relative rounded-md focus-within:outline-2 focus-within:outline-ring">
        <OverviewWaveform {...{ overview, seconds }} positionSeconds={position} className="h-28" />
        <input
          type="range"
          aria-label={t("Position in {title}", { title })}
          aria-valuetext={t("{position} of {duration}", {
            position: formatPosition(position),
            duration: formatPosition(heardSeconds),
          })}
          min={0}
          max={seconds}
          step={0.1}
          value={position}
          onChange={(event) => seek(Number(event.currentTarget.value))}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </div>
      <Marks marks={marks} seconds={seconds} />
      {/* biome-ignore lint/a11y/useMediaCaption: music, in which nothing is said that could be written down */}
      <audio
        ref={audio}
        src={src}
        controls
        preload="none"
        aria-label={title}
        onTimeUpdate={(event) => setPosition(event.currentTarget.currentTime)}
        onEnded={() => setPosition(0)}
        onError={() => setFailed(true)}
        onPlaying={() => {
          setFailed(false);
          void import("@/components/player/kept-sounds").then(({ keepSound }) =>
            keepSound({ path: src, title, artist }),
          );
        }}
        className="w-full"
      />
      {picturePath ? <ItemPicture path={picturePath} title={title} audio={audio} /> : null}
      {hasFailed ? <p role="alert">{t("The sound did not come. Reload the page, or try again in a moment.")}</p> : null}
    </section>
  );
}

/** Where in the sound something is said, under its waveform. Each leads to what is said. */
function Marks({ marks, seconds }: { marks: readonly SoundMark[]; seconds: number }) {
  const t = useText();
  if (marks.length === 0 || seconds <= 0) return null;
  return (
    <ul aria-label={t("Comments in the sound")} className="relative -mt-2 h-6">
      {marks.map(({ id, label, atSeconds }) => (
        <li
          key={id}
          className="absolute -translate-x-1/2"
          style={{ left: `${Math.min(100, Math.max(0, (atSeconds / seconds) * 100))}%` }}
        >
          <a
            href={`#${id}`}
            title={label}
            className="grid size-6 place-items-center rounded-full before:size-2.5 before:rounded-full before:bg-accent"
          >
            <span className="sr-only">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
