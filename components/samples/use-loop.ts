"use client";

import { useKeys } from "@/components/keys/use-keys";
import { audioPlayer } from "@/components/player/audio-player";
import type { LoopRange, Track } from "@/components/player/track";
import { snapToBeat } from "@/components/waveform/beat-grid";
import { loopFrom, loopUntil } from "./loop-range";

/** The ends of a loop snap to a beat that is this near. */
const SNAP_SECONDS = 0.12;

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
  /** Set an end of the loop at the playhead. */
  setStart: () => void;
  setEnd: () => void;
  setRange: (range: LoopRange) => void;
}

/** Plays a part of the recording in a loop, from A to B. The player repeats it; this only chooses the part. */
export function useLoop({ track, loop: range, durationSeconds, beats }: LoopOptions): Loop {
  const here = () => snapToBeat(track ? audioPlayer().positionOf(track.id) : 0, beats, SNAP_SECONDS);
  const setLoop = (next: LoopRange | null) => {
    if (track) audioPlayer().setLoop(track, next);
  };
  const setIfValid = (next: LoopRange | null) => {
    if (next) setLoop(next);
  };
  const loop: Loop = {
    range,
    toggle: () => setLoop(range ? null : { startSeconds: 0, endSeconds: durationSeconds }),
    setStart: () => setIfValid(loopFrom(here(), range, durationSeconds)),
    setEnd: () => setIfValid(loopUntil(here(), range)),
    setRange: setLoop,
  };
  useKeys({ "loop.toggle": loop.toggle, "loop.start": loop.setStart, "loop.end": loop.setEnd });
  return loop;
}
