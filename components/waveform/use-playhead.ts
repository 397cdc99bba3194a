"use client";

import { type RefObject, useEffect } from "react";
import { Scope } from "@/components/ui/scope";
import type { TimeView } from "./time-view";
import { pixelsAt } from "./timeline-view";
import { useView } from "./use-view";

export interface PlayheadOptions {
  /** Gets the CSS variables `--playhead`, the position in pixels from its left edge, and `--played`, how much of it is played. */
  playhead: RefObject<HTMLElement | null>;
  view: TimeView;
  isPlaying: boolean;
  /** The position while nothing plays. */
  positionSeconds: number;
  /** The position right now; asked once per frame during playback. */
  positionNow: () => number;
}

/** Outside of the view it need not be anywhere exactly. */
const MARGIN_PIXELS = 20;
/** While it plays, a view of less than this would turn so fast that it flickers. */
const FOLLOWED_SECONDS = 0.5;

/** Moves the playhead frame by frame without rendering. The view follows it, until somebody looks elsewhere. */
export function usePlayhead({ playhead, view, isPlaying, positionSeconds, positionNow }: PlayheadOptions): void {
  // Whatever moves the view moves the playhead.
  useView(view);
  useEffect(() => {
    if (!isPlaying) place(playhead.current, positionSeconds, view);
  });
  useEffect(() => {
    if (!isPlaying) view.follow(positionSeconds);
  }, [view, isPlaying, positionSeconds]);
  useEffect(() => {
    if (!isPlaying) return;
    const scope = new Scope();
    let isFollowing = true;
    let last = view.range;
    scope.frames(() => {
      const seconds = positionNow();
      const { range } = view;
      const isInView = seconds >= range.startSeconds && seconds <= range.endSeconds;
      const canFollow = range.endSeconds - range.startSeconds >= FOLLOWED_SECONDS;
      if (!isInView && isFollowing && canFollow && range === last) view.follow(seconds);
      else isFollowing = isInView;
      last = view.range;
      place(playhead.current, seconds, view);
    });
    return scope.dispose;
  }, [playhead, view, isPlaying, positionNow]);
}

function place(playhead: HTMLElement | null, seconds: number, view: TimeView): void {
  const { range, widthPixels } = view.snapshot();
  const pixels = pixelsAt(seconds, widthPixels, range);
  const shown = Math.max(-MARGIN_PIXELS, Math.min(widthPixels + MARGIN_PIXELS, pixels));
  playhead?.style.setProperty("--playhead", `${shown}px`);
  playhead?.style.setProperty("--played", String(Math.max(0, shown)));
}
