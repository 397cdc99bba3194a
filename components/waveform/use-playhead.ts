"use client";

import { type RefObject, useEffect } from "react";
import { Scope } from "@/components/ui/scope";
import { pixelsAt } from "./timeline-view";

export interface PlayheadOptions {
  /** Gets the CSS variable `--playhead`: the position in pixels from its left edge. */
  track: RefObject<HTMLElement | null>;
  isPlaying: boolean;
  /** The position while nothing plays. */
  positionSeconds: number;
  /** The position right now; asked once per frame during playback. */
  positionNow: () => number;
  durationSeconds: number;
  widthPixels: number;
  /** Called after each move during playback. */
  onMove: (pixels: number) => void;
}

/** Moves the playhead frame by frame without rendering. */
export function usePlayhead(options: PlayheadOptions): void {
  const { track, isPlaying, positionSeconds, positionNow, durationSeconds, widthPixels, onMove } = options;
  useEffect(() => {
    const place = (seconds: number): number => {
      const pixels = pixelsAt(seconds, widthPixels, durationSeconds);
      track.current?.style.setProperty("--playhead", `${pixels}px`);
      return pixels;
    };
    if (!isPlaying) {
      place(positionSeconds);
      return;
    }
    const scope = new Scope();
    scope.frames(() => onMove(place(positionNow())));
    return scope.dispose;
  }, [track, isPlaying, positionSeconds, positionNow, durationSeconds, widthPixels, onMove]);
}
