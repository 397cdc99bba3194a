"use client";

import { useCallback, useEffect, useRef } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { playQueue } from "@/components/player/use-queue";
import { trackOf } from "@/components/samples/sample-track";
import type { LibraryWindow } from "./library-window";
import { listAround } from "./list-around";

/** While a key repeats, only the row where it rests is heard. */
const REST_MS = 90;
/** The pointer rests on a row for so long before it is heard. */
const DWELL_MS = 140;
/** Rows around the cursor whose sound is fetched in advance, the likeliest first. */
const AHEAD = [1, -1, 2] as const;

export interface Preview {
  /** The cursor has come to a row by key. */
  reached: (index: number, isRepeated: boolean) => void;
  /** The pointer is on a row; null when it has left the list. */
  pointedAt: (index: number | null) => void;
  /** Fetches the sounds around a row. */
  prepare: (index: number, step: number) => void;
}

export interface PreviewOptions {
  window: LibraryWindow;
  isOn: boolean;
  isHoverOn: boolean;
}

/** Plays what the cursor reaches at once: the sounds around it are fetched before anybody asks for them. */
export function usePreview(options: PreviewOptions): Preview {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const trackAt = useCallback((index: number): Track | null => {
    const row = index < 0 ? undefined : latest.current.window.rowAt(index);
    return row ? trackOf(row) : null;
  }, []);
  const prepare = useCallback(
    (index: number, step: number) => {
      const tracks = AHEAD.map((ahead) => trackAt(index + ahead * step)).filter((track) => track !== null);
      const own = trackAt(index);
      audioPlayer().loadAhead(own ? [own, ...tracks] : tracks);
    },
    [trackAt],
  );
  const play = useCallback(
    (index: number) => {
      const track = trackAt(index);
      if (track && !(audioPlayer().isCurrent(track.id) && audioPlayer().state().status === "playing")) {
        playQueue().open(listAround(latest.current.window, index), track.id, false);
        audioPlayer().seek(track, 0);
        audioPlayer().play(track);
      }
    },
    [trackAt],
  );
  const reached = useCallback(
    (index: number, isRepeated: boolean) => {
      clearTimeout(timer.current);
      if (!latest.current.isOn) return;
      if (isRepeated) timer.current = setTimeout(() => play(index), REST_MS);
      else play(index);
    },
    [play],
  );
  const pointedAt = useCallback(
    (index: number | null) => {
      if (!latest.current.isHoverOn) return;
      clearTimeout(timer.current);
      if (index !== null) timer.current = setTimeout(() => play(index), DWELL_MS);
    },
    [play],
  );
  return { reached, pointedAt, prepare };
}
