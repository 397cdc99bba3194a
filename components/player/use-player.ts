"use client";

import { useSyncExternalStore } from "react";
import { AudioPlayer, audioPlayer } from "./audio-player";
import { type SoundSettings, USUAL_SOUND } from "./sound-settings";
import type { Volume } from "./stored-volume";
import { IDLE, type PlayerState } from "./track";

const silent = new AudioPlayer();
const current = () => (typeof window === "undefined" ? silent : audioPlayer());
const idle = () => IDLE;
const FULL: Volume = { level: 1, isMuted: false };
const fullVolume = () => FULL;

export function usePlayerState(): PlayerState {
  return useSyncExternalStore(current().subscribe, current().state, idle);
}

/** The state of one track: idle unless it is the loaded one. */
export function useTrackState(id: string): PlayerState {
  const state = usePlayerState();
  return state.track?.id === id ? state : IDLE;
}

/** The server does not know the stored volume, so the first rendering shows the full one. */
export function useVolume(): Volume {
  return useSyncExternalStore(current().subscribe, current().volume, fullVolume);
}

const usualSound = () => USUAL_SOUND;

export function useSoundSettings(): SoundSettings {
  return useSyncExternalStore(current().subscribe, current().settings, usualSound);
}
