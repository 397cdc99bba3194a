"use client";

import { useEffect } from "react";
import { Scope } from "@/components/ui/scope";
import { audioPlayer } from "./audio-player";
import { SEEK_SECONDS } from "./track";
import { usePlayerState } from "./use-player";
import { playQueue, useQueue } from "./use-queue";

/** Lets the lock screen, media keys and headset buttons control what is loaded. */
export function useMediaSession(): void {
  const { track, status, positionSeconds, tuning } = usePlayerState();
  const { previous, next } = useQueue();
  const [hasPrevious, hasNext] = [previous !== null, next !== null];
  useEffect(() => {
    if (!track || !("mediaSession" in navigator)) return;
    const { mediaSession } = navigator;
    const player = audioPlayer();
    const scope = new Scope();
    mediaSession.metadata = new MediaMetadata({ title: track.title, artist: "SampleMind" });
    scope.add(() => {
      mediaSession.metadata = null;
    });
    const handlers: [MediaSessionAction, MediaSessionActionHandler][] = [
      ["play", () => player.play(track)],
      ["pause", () => player.pause()],
      ["seekbackward", ({ seekOffset }) => player.seekBy(track, -(seekOffset ?? SEEK_SECONDS))],
      ["seekforward", ({ seekOffset }) => player.seekBy(track, seekOffset ?? SEEK_SECONDS)],
      ["seekto", ({ seekTime }) => player.seek(track, seekTime ?? 0)],
    ];
    // A lock screen has room for either: it shows these where there is another track.
    if (hasPrevious) handlers.push(["previoustrack", () => playQueue().step(-1)]);
    if (hasNext) handlers.push(["nexttrack", () => playQueue().step(1)]);
    for (const [action, handler] of handlers) {
      mediaSession.setActionHandler(action, handler);
      scope.add(() => mediaSession.setActionHandler(action, null));
    }
    return scope.dispose;
  }, [track, hasPrevious, hasNext]);
  useEffect(() => {
    if (!track || !("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = status === "playing" ? "playing" : "paused";
  }, [track, status]);
  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const duration = track?.durationSeconds ?? 0;
    // Without a length there is nothing to show a position in.
    if (duration <= 0) navigator.mediaSession.setPositionState();
    else {
      const position = Math.max(0, Math.min(positionSeconds, duration));
      navigator.mediaSession.setPositionState({ duration, position, playbackRate: tuning.tempo });
    }
  }, [track, positionSeconds, tuning]);
}
