"use client";

import { useEffect, useState } from "react";
import { audioPlayer, type Track } from "@/components/player/audio-player";
import { isForPage } from "@/components/player/shortcuts";
import { snapToBeat } from "@/components/waveform/beat-grid";
import type { TimeRange } from "@/components/waveform/peaks-view";

/** A press this near to a beat is meant for it. */
const SNAP_SECONDS = 0.12;
/** The element stops by itself at its end: turn back just before. */
const END_MARGIN_SECONDS = 0.03;
const SHORTEST_LOOP_SECONDS = 0.05;

export interface LoopOptions {
  track: Track | null;
  durationSeconds: number;
  isPlaying: boolean;
  /** As last reported: also heard from while the tab is hidden. */
  positionSeconds: number;
  beats: readonly number[];
}

export interface Loop {
  range: TimeRange | null;
  /** Loops all of it, or stops looping. */
  toggle: () => void;
  /** Bounds at the playhead, on the beat where there is one near. */
  setStart: () => void;
  setEnd: () => void;
  setRange: (range: TimeRange) => void;
}

/** Plays a stretch over and over, between A and B. */
export function useLoop(options: LoopOptions): Loop {
  const { track, durationSeconds, isPlaying, positionSeconds, beats } = options;
  const [range, setRange] = useState<TimeRange | null>(null);
  const here = () => {
    const seconds = track && audioPlayer().isCurrent(track.id) ? audioPlayer().positionSeconds() : 0;
    return snapToBeat(seconds, beats, SNAP_SECONDS);
  };
  const bounded = (startSeconds: number, endSeconds: number) => {
    if (endSeconds - startSeconds >= SHORTEST_LOOP_SECONDS) setRange({ startSeconds, endSeconds });
  };
  const loop: Loop = {
    range,
    toggle: () => setRange(range ? null : { startSeconds: 0, endSeconds: durationSeconds }),
    setStart: () => {
      const start = here();
      bounded(start, range && range.endSeconds > start ? range.endSeconds : durationSeconds);
    },
    setEnd: () => {
      const end = here();
      bounded(range && range.startSeconds < end ? range.startSeconds : 0, end);
    },
    setRange,
  };
  useTurnBack({ track, range, durationSeconds, isPlaying, positionSeconds });
  useLoopKeys(loop);
  return loop;
}

interface TurnBackOptions extends Omit<LoopOptions, "beats"> {
  range: TimeRange | null;
}

function useTurnBack({ track, range, durationSeconds, isPlaying, positionSeconds }: TurnBackOptions): void {
  // Frames stop in a hidden tab; reports of the position go on.
  useEffect(() => {
    if (isPlaying && track && range && positionSeconds >= range.endSeconds)
      audioPlayer().seek(track, range.startSeconds);
  }, [track, range, isPlaying, positionSeconds]);
  useEffect(() => {
    if (!isPlaying || !track || !range) return;
    const end = Math.min(range.endSeconds, durationSeconds - END_MARGIN_SECONDS);
    let frame = 0;
    const step = () => {
      if (audioPlayer().positionSeconds() >= end) audioPlayer().seek(track, range.startSeconds);
      frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [track, range, durationSeconds, isPlaying]);
}

function useLoopKeys({ toggle, setStart, setEnd }: Loop): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const act = { r: toggle, R: toggle, "[": setStart, "]": setEnd }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  });
}
