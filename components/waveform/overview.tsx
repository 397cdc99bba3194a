"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useText } from "#text";
import type { TimeView } from "./time-view";
import { secondsAt } from "./timeline-view";
import { useElementWidth } from "./use-element-width";
import type { PeaksState } from "./use-peaks";
import { useView } from "./use-view";
import { WaveformCanvas } from "./waveform-canvas";

const HEIGHT = 28;

export interface OverviewProps {
  view: TimeView;
  peaks: PeaksState;
  /** The element that it moves. */
  controls: string;
}

/** The whole recording in small, as the scroll bar of the timeline: the frame is what is in view. */
export function Overview({ view, peaks, controls }: OverviewProps) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const { range, limits } = useView(view);
  const { durationSeconds } = limits;
  const whole = { startSeconds: 0, endSeconds: durationSeconds };
  const span = range.endSeconds - range.startSeconds;
  const share = (seconds: number) => `${(seconds / durationSeconds) * 100}%`;
  const centreAt = (event: PointerEvent) => {
    const rect = event.currentTarget.getBoundingClientRect();
    view.centre(secondsAt(event.clientX - rect.left, rect.width, whole));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ...{ ArrowLeft: -span / 10, ArrowUp: -span / 10, ArrowRight: span / 10, ArrowDown: span / 10 },
      ...{ PageUp: -span, PageDown: span, Home: -durationSeconds, End: durationSeconds },
    };
    const move = moves[event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    view.panBy(move);
  };
  return (
    <div
      ref={box}
      role="scrollbar"
      tabIndex={0}
      aria-label={t("Part in view")}
      aria-controls={controls}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Number((durationSeconds - span).toFixed(3))}
      aria-valuenow={Number(range.startSeconds.toFixed(3))}
      className="relative min-w-0 flex-1 cursor-pointer touch-none overflow-hidden -outline-offset-2"
      style={{ height: HEIGHT }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        centreAt(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) centreAt(event);
      }}
    >
      {peaks.status === "ready" && width > 0 ? (
        <div className="opacity-60">
          <WaveformCanvas peaks={peaks.peaks} range={whole} width={width} height={HEIGHT} />
        </div>
      ) : null}
      <div
        aria-hidden
        className="absolute inset-y-0 min-w-1 rounded-xs border-2 border-primary bg-primary/15"
        style={{ left: share(range.startSeconds), width: share(span) }}
      />
    </div>
  );
}
