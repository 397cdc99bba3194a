"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import { sliderTarget } from "./slider-keys";
import { TimeRuler } from "./time-ruler";
import { scrollToFollow, secondsAt } from "./timeline-view";
import type { PeaksState } from "./use-peaks";
import { usePlayhead } from "./use-playhead";
import { WaveformCanvas } from "./waveform-canvas";

export interface TimelineProps {
  peaks: PeaksState;
  durationSeconds: number;
  zoom: number;
  onZoomStep: (direction: 1 | -1) => void;
  viewportPixels: number;
  scroller: React.RefObject<HTMLDivElement | null>;
  isPlaying: boolean;
  positionSeconds: number;
  positionNow: () => number;
  positionText: string;
  onSeek: (seconds: number) => void;
  /** Pictures on the same time axis, under the waveform. */
  children?: ReactNode;
}

const WAVEFORM_PIXELS = 160;

/** Waveform and what lies under it on one time axis: one playhead, one scroll bar, one place to click. */
export function Timeline(props: TimelineProps) {
  const { peaks, durationSeconds, zoom, onZoomStep, viewportPixels, scroller, isPlaying } = props;
  const { positionSeconds, positionNow, positionText, onSeek, children } = props;
  const track = useRef<HTMLDivElement>(null);
  const [scrollLeft, setScrollLeft] = useState(0);
  const widthPixels = viewportPixels * zoom;

  const follow = useCallback(
    (pixels: number) => {
      const node = scroller.current;
      if (!node || zoom === 1) return;
      const target = scrollToFollow(pixels, node.scrollLeft, viewportPixels);
      if (target !== null) node.scrollLeft = target;
    },
    [scroller, zoom, viewportPixels],
  );
  usePlayhead({ track, isPlaying, positionSeconds, positionNow, durationSeconds, widthPixels, onMove: follow });
  useWheelZoom(scroller, onZoomStep);

  const seekTo = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box) onSeek(secondsAt(event.clientX - box.left, box.width, durationSeconds));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = sliderTarget(event.key, positionSeconds, durationSeconds);
    if (target !== null) onSeek(target);
    else if (event.key === "+" || event.key === "=") onZoomStep(1);
    else if (event.key === "-") onZoomStep(-1);
    else return;
    event.preventDefault();
  };
  const secondsPerPixel = widthPixels > 0 ? durationSeconds / widthPixels : 0;
  const range = {
    startSeconds: scrollLeft * secondsPerPixel,
    endSeconds: (scrollLeft + viewportPixels) * secondsPerPixel,
  };

  return (
    <div
      ref={scroller}
      className="relative overflow-x-auto overflow-y-hidden"
      onScroll={(event) => setScrollLeft(event.currentTarget.scrollLeft)}
    >
      <div
        ref={track}
        className={cn("relative min-w-full cursor-crosshair select-none", zoom === 1 ? "touch-pan-y" : "touch-auto")}
        style={{ width: zoom === 1 ? "100%" : widthPixels }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          if (event.pointerType !== "touch" || zoom === 1) event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
        }}
      >
        <TimeRuler durationSeconds={durationSeconds} widthPixels={widthPixels} />
        <div
          role="slider"
          tabIndex={0}
          aria-label="Position"
          aria-valuemin={0}
          aria-valuemax={Number(durationSeconds.toFixed(2))}
          aria-valuenow={Number(positionSeconds.toFixed(2))}
          aria-valuetext={positionText}
          className="relative -outline-offset-2"
          style={{ height: WAVEFORM_PIXELS }}
          onKeyDown={onKeyDown}
        >
          <div className="sticky left-0" style={{ width: viewportPixels || "100%", height: WAVEFORM_PIXELS }}>
            {peaks.status === "ready" ? (
              <WaveformCanvas peaks={peaks.peaks} range={range} width={viewportPixels} height={WAVEFORM_PIXELS} />
            ) : peaks.status === "loading" ? (
              <Skeleton className="size-full rounded-none" />
            ) : (
              <p className="grid size-full place-items-center text-muted-foreground text-sm">
                The waveform could not be loaded. Playing and seeking work without it.
              </p>
            )}
          </div>
        </div>
        {children}
        <div
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-0 w-[var(--playhead,0px)] bg-primary/12"
        />
        <div
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-0 w-0 translate-x-[var(--playhead,0px)] will-change-transform"
        >
          <div className="absolute inset-y-0 -left-px w-0.5 bg-foreground shadow-[0_0_8px_var(--primary)]" />
          <div className="absolute top-0 -left-1.5 size-3 rotate-45 rounded-[2px] bg-foreground" />
        </div>
      </div>
    </div>
  );
}

/** Ctrl + wheel and the trackpad's pinch zoom the timeline, not the page. */
function useWheelZoom(scroller: React.RefObject<HTMLDivElement | null>, onZoomStep: (direction: 1 | -1) => void): void {
  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onZoomStep(event.deltaY < 0 ? 1 : -1);
    };
    node.addEventListener("wheel", onWheel, { passive: false });
    return () => node.removeEventListener("wheel", onWheel);
  }, [scroller, onZoomStep]);
}
