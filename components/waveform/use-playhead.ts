"use client";

import { type RefObject, useEffect } from "react";

export interface PlayheadOptions {
  /** Gets `--playhead`, the place in pixels from its left edge. */
  track: RefObject<HTMLElement | null>;
  isPlaying: boolean;
  /** Where it stands while nothing plays. */
  positionSeconds: number;
  /** Where it stands this instant; asked once a frame while something plays. */
  positionNow: () => number;
  durationSeconds: number;
  widthPixels: number;
  /** Told where the playhead is after each move it made by itself. */
  onMove: (pixels: number) => void;
}

/** Moves the playhead frame by frame without rendering. */
export function usePlayhead(options: PlayheadOptions): void {
  const { track, isPlaying, positionSeconds, positionNow, durationSeconds, widthPixels, onMove } = options;
  useEffect(() => {
    const place = (seconds: number): number => {
      const share = durationSeconds > 0 ? Math.min(1, Math.max(0, seconds / durationSeconds)) : 0;
      const pixels = share * widthPixels;
      track.current?.style.setProperty("--playhead", `${pixels}px`);
      return pixels;
    };
    if (!isPlaying) {
      place(positionSeconds);
      return;
    }
    let frame = 0;
    const step = () => {
      onMove(place(positionNow()));
      frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [track, isPlaying, positionSeconds, positionNow, durationSeconds, widthPixels, onMove]);
}
