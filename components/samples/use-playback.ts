"use client";

import { useEffect, useMemo } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { isForPage, playerActionOf } from "@/components/player/shortcuts";
import type { LoopRange, Track } from "@/components/player/track";
import { useTrackState } from "@/components/player/use-player";
import { Scope } from "@/components/ui/scope";

export const SEEK_SECONDS = 5;

export interface PlaybackOptions {
  sampleId: string;
  fileName: string;
  durationSeconds: number;
  sampleRateHz: number;
  channels: number;
  /** Null if the file can no longer be played. */
  audioUrl: string | null;
  /** By what it is matched with other sounds. */
  matched: Pick<Track, "bpm" | "key" | "lufs" | "truePeakDbtp">;
}

export interface Playback {
  track: Track | null;
  isPlaying: boolean;
  /** Playing, or about to. */
  isOn: boolean;
  positionSeconds: number;
  loop: LoopRange | null;
  /** What went wrong; null if nothing did. */
  message: string | null;
  seek: (seconds: number) => void;
}

/** Plays one sample, by buttons and keys. It goes on playing when the page is left, and is found playing. */
export function usePlayback(options: PlaybackOptions): Playback {
  const { sampleId, fileName, durationSeconds, sampleRateHz, channels, audioUrl, matched } = options;
  const track = useMemo<Track | null>(() => {
    const file = { durationSeconds, sampleRateHz, channels, ...matched };
    return audioUrl ? { id: sampleId, title: fileName, src: audioUrl, ...file } : null;
  }, [sampleId, fileName, audioUrl, durationSeconds, sampleRateHz, channels, matched]);
  const { status, positionSeconds, loop, message } = useTrackState(sampleId);
  usePlayerKeys(track);
  return {
    track,
    isPlaying: status === "playing",
    isOn: status === "playing" || status === "loading",
    positionSeconds,
    loop,
    message,
    seek: (seconds) => {
      if (track) audioPlayer().seek(track, seconds);
    },
  };
}

function usePlayerKeys(track: Track | null): void {
  useEffect(() => {
    if (!track) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = isForPage(event) ? playerActionOf(event.key) : null;
      if (action === null) return;
      event.preventDefault();
      const player = audioPlayer();
      if (action === "toggle") player.toggle(track);
      else player.seekBy(track, action === "back" ? -SEEK_SECONDS : SEEK_SECONDS);
    };
    const scope = new Scope();
    scope.listen(window, "keydown", onKeyDown);
    return scope.dispose;
  }, [track]);
}
