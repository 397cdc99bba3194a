"use client";

import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import type { LoopRange, Track } from "@/components/player/track";
import { loopFrom, loopUntil, onBeat } from "./loop-range";

export interface LoopOptions {
  track: Track | null;
  /** What repeats now. */
  loop: LoopRange | null;
  durationSeconds: number;
  beats: readonly number[];
}

export interface Loop {
  range: LoopRange | null;
  /** Loops the whole recording, or stops looping. */
  toggle: () => void;
  /** Set an end of the loop at the playhead: at the beat that is meant, or free of the beats. */
  setStart: (isFree: boolean) => void;
  setEnd: (isFree: boolean) => void;
  setRange: (range: LoopRange) => void;
}

/** Plays a part of the recording in a loop, from A to B. The player repeats it; this only chooses the part. */
export function useLoop({ track, loop: range, durationSeconds, beats }: LoopOptions): Loop {
  const here = (isFree: boolean) => {
    const seconds = track ? audioPlayer().positionOf(track.id) : 0;
    return isFree ? seconds : onBeat(seconds, beats, audioPlayer().state().tuning.tempo);
  };
  const setLoop = (next: LoopRange | null) => {
    if (track) audioPlayer().setLoop(track, next);
  };
  const setIfValid = (next: LoopRange | null) => {
    if (next) setLoop(next);
  };
  const loop: Loop = {
    range,
    toggle: () => setLoop(range ? null : { startSeconds: 0, endSeconds: durationSeconds }),
    setStart: (isFree) => setIfValid(loopFrom(here(isFree), range, durationSeconds)),
    setEnd: (isFree) => setIfValid(loopUntil(here(isFree), range)),
    setRange: setLoop,
  };
  useKeys({
    "loop.toggle": loop.toggle,
    "loop.start": () => loop.setStart(false),
    "loop.end": () => loop.setEnd(false),
    "loop.start_free": () => loop.setStart(true),
    "loop.end_free": () => loop.setEnd(true),
  });
  return loop;
}
