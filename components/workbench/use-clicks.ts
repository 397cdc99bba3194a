"use client";

import { useEffect } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import type { EffectiveGrid } from "@/lib/samples/corrections/effective-grid";
import { ClickTrack } from "./click-track";
import { click, studioContext } from "./studio-sound";

const LOOK_EVERY_MS = 25;

/** A metronome that clicks along with a playing sample, on the beats of a grid. */
export function useClicks(sampleId: string, grid: EffectiveGrid | null, isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !grid) return;
    const track = new ClickTrack();
    const audio = studioContext();
    const timer = setInterval(() => {
      const planned = track.plan(grid, audioPlayer().positionOf(sampleId));
      const now = audio.currentTime;
      const { tempo } = audioPlayer().state().tuning;
      for (const { inSeconds, isOne } of planned) click(now + inSeconds / tempo, isOne);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [sampleId, grid, isOn]);
}
