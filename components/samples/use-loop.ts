"use client";

import { useEffect, useState } from "react";
import { audioPlayer, type Track } from "@/components/player/audio-player";
import { isForPage } from "@/components/player/shortcuts";
import { Scope } from "@/components/ui/scope";
import { snapToBeat } from "@/components/waveform/beat-grid";
import type { TimeRange } from "@/components/waveform/peaks-view";
import { loopFrom, loopUntil, turningPoint } from "./loop-range";

/** The ends of a loop snap to a beat that is this near. */
const SNAP_SECONDS = 0.12;

export interface LoopOptions {
  track: Track | null;
  durationSeconds: number;
  isPlaying: boolean;
  /** As last reported by the audio element, which goes on reporting while the tab is hidden. */
  positionSeconds: number;
  beats: readonly number[];
}

export interface Loop {
  range: TimeRange | null;
  /** Loops the whole recording, or stops looping. */
  toggle: () => void;
  /** Set an end of the loop at the playhead. */
  setStart: () => void;
  setEnd: () => void;
  setRange: (range: TimeRange) => void;
}

/** Plays a part of the recording in a loop, from A to B. */
export function useLoop(options: LoopOptions): Loop {
  const { track, durationSeconds, isPlaying, positionSeconds, beats } = options;
  const [range, setRange] = useState<TimeRange | null>(null);
  const here = () => {
    const seconds = track && audioPlayer().isCurrent(track.id) ? audioPlayer().positionSeconds() : 0;
    return snapToBeat(seconds, beats, SNAP_SECONDS);
  };
  const setIfValid = (next: TimeRange | null) => {
    if (next) setRange(next);
  };
  const loop: Loop = {
    range,
    toggle: () => setRange(range ? null : { startSeconds: 0, endSeconds: durationSeconds }),
    setStart: () => setIfValid(loopFrom(here(), range, durationSeconds)),
    setEnd: () => setIfValid(loopUntil(here(), range)),
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
  // A hidden tab draws no frames, but the position is still reported.
  useEffect(() => {
    if (isPlaying && track && range && positionSeconds >= range.endSeconds)
      audioPlayer().seek(track, range.startSeconds);
  }, [track, range, isPlaying, positionSeconds]);
  useEffect(() => {
    if (!isPlaying || !track || !range) return;
    const end = turningPoint(range, durationSeconds);
    const scope = new Scope();
    scope.frames(() => {
      if (audioPlayer().positionSeconds() >= end) audioPlayer().seek(track, range.startSeconds);
    });
    return scope.dispose;
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
    const scope = new Scope();
    scope.listen(window, "keydown", onKeyDown);
    return scope.dispose;
  });
}
