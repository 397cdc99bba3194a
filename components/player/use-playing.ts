"use client";

import { useSyncExternalStore } from "react";
import { audioPlayer } from "./audio-player";
import type { PlayStatus } from "./track";

export interface Playing {
  id: string;
  status: PlayStatus;
}

let known: Playing | null = null;

/** The same object until another track or another status comes, so that a list is not drawn at every position. */
function playing(): Playing | null {
  const { track, status } = audioPlayer().state();
  if (!track) known = null;
  else if (known?.id !== track.id || known.status !== status) known = { id: track.id, status };
  return known;
}

const subscribe = (listener: () => void): (() => void) => audioPlayer().subscribe(listener);

/** Which track is loaded, and whether it sounds. */
export const usePlaying = (): Playing | null => useSyncExternalStore(subscribe, playing, () => null);
