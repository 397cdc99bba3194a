"use client";

import { useEffect, useMemo } from "react";
import { audioPlayer, type Track } from "@/components/player/audio-player";
import { isForPage, playerActionOf } from "@/components/player/shortcuts";
import { useMediaSession, useTrackState } from "@/components/player/use-player";
import { Scope } from "@/components/ui/scope";

export const SEEK_SECONDS = 5;

export interface PlaybackOptions {
  sampleId: string;
  fileName: string;
  durationSeconds: number;
  /** Null if the file can no longer be played. */
  audioUrl: string | null;
}

export interface Playback {
  track: Track | null;
  isPlaying: boolean;
  /** Playing, or about to. */
  isOn: boolean;
  positionSeconds: number;
  /** What went wrong; null if nothing did. */
  message: string | null;
  seek: (seconds: number) => void;
}

/** Plays one sample: by buttons, keys and the media controls of the device. Leaving the page pauses it. */
export function usePlayback({ sampleId, fileName, durationSeconds, audioUrl }: PlaybackOptions): Playback {
  const track = useMemo<Track | null>(
    () => (audioUrl ? { id: sampleId, title: fileName, src: audioUrl, durationSeconds } : null),
    [sampleId, fileName, audioUrl, durationSeconds],
  );
  const { status, positionSeconds, message } = useTrackState(sampleId);
  useMediaSession(track);
  usePlayerKeys(track);
  useEffect(() => () => audioPlayer().leave(sampleId), [sampleId]);
  return {
    track,
    isPlaying: status === "playing",
    isOn: status === "playing" || status === "loading",
    positionSeconds,
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
