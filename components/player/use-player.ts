"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Scope } from "@/components/ui/scope";
import { AudioPlayer, audioPlayer, type PlayerState, type Track } from "./audio-player";

const silent = new AudioPlayer();
const current = () => (typeof window === "undefined" ? silent : audioPlayer());

export function usePlayerState(): PlayerState {
  return useSyncExternalStore(current().subscribe, current().state, silent.idleState);
}

/** The state of one track: idle unless it is the loaded one. */
export function useTrackState(id: string): PlayerState {
  const state = usePlayerState();
  return state.track?.id === id ? state : silent.idleState();
}

/** Lets the lock screen, media keys and headset buttons control this track while it is loaded. */
export function useMediaSession(track: Track | null): void {
  const state = usePlayerState();
  const isLoaded = track !== null && state.track?.id === track.id;
  const { status } = state;
  useEffect(() => {
    if (!isLoaded || !track || !("mediaSession" in navigator)) return;
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
      ["seekbackward", ({ seekOffset }) => player.seekBy(track, -(seekOffset ?? 5))],
      ["seekforward", ({ seekOffset }) => player.seekBy(track, seekOffset ?? 5)],
      ["seekto", ({ seekTime }) => player.seek(track, seekTime ?? 0)],
    ];
    for (const [action, handler] of handlers) {
      mediaSession.setActionHandler(action, handler);
      scope.add(() => mediaSession.setActionHandler(action, null));
    }
    return scope.dispose;
  }, [isLoaded, track]);
  useEffect(() => {
    if (!isLoaded || !("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = status === "playing" ? "playing" : "paused";
  }, [isLoaded, status]);
}
