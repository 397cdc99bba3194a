"use client";

import { useEffect, useMemo, useRef } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import type { Track } from "@/components/player/track";
import { trackOf } from "@/components/samples/sample-track";
import type { GalaxyModel } from "./galaxy-model";
import type { GalaxyRows } from "./galaxy-rows";

/** The pointer rests on a point for so long before it is heard: on its way it crosses hundreds. */
const DWELL_MS = 70;
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

export interface PointPreview {
  /** Plays a point; at once by a key, after a rest under the pointer. −1: nothing is pointed at. */
  point: (index: number, by: "hover" | "key") => void;
  toggle: (index: number) => void;
}

/** Moves the cursor to points and plays them: the sounds around it are fetched before anybody asks for them. */
export function usePointPreview(model: GalaxyModel, rows: GalaxyRows, isOn: boolean): PointPreview {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isHeard = useRef(isOn);
  useEffect(() => {
    isHeard.current = isOn;
    return () => clearTimeout(timer.current);
  }, [isOn]);
  return useMemo(() => {
    const trackAt = async (index: number): Promise<Track | null> => {
      const id = model.idOf(index);
      await rows.load([id]);
      const row = rows.get(id);
      return row ? trackOf(row) : null;
    };
    const play = async (index: number) => {
      const track = await trackAt(index);
      // The cursor may have gone on meanwhile.
      if (!track || model.state().cursor !== index) return;
      const player = audioPlayer();
      if (player.isCurrent(track.id) && player.state().status === "playing") return;
      player.seek(track, 0);
      player.play(track);
      await prepare(index);
    };
    /** Fetches what the arrow keys would reach. */
    const prepare = async (index: number) => {
      const { stage } = model;
      if (!stage) return;
      const next = DIRECTIONS.map(([x, y]) => stage.next(index, x, y)).filter((point) => point >= 0);
      const ids = [index, ...next].map((point) => model.idOf(point));
      await rows.load(ids);
      if (model.state().cursor !== index) return;
      const known = ids.flatMap((id) => rows.get(id) ?? []).flatMap((row) => trackOf(row) ?? []);
      audioPlayer().loadAhead(known);
    };
    return {
      point: (index, by) => {
        clearTimeout(timer.current);
        if (index < 0) return;
        model.moveTo(index);
        rows.want([model.idOf(index)]);
        // The name is shown either way.
        if (!isHeard.current) return;
        timer.current = setTimeout(() => void play(index), by === "key" ? 0 : DWELL_MS);
      },
      toggle: (index) => {
        if (index < 0) return;
        void trackAt(index).then((track) => track && audioPlayer().toggle(track));
      },
    };
  }, [model, rows]);
}
