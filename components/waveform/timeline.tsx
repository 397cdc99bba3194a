"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useCallback, useRef, useState } from "react";
import { Skeleton } from "@/components/ui/skeleton";
import { cn } from "@/lib/cn";
import type { BeatGrid } from "./beat-grid";
import { BarNumbers, BeatLines } from "./beat-lanes";
import { LaneNames } from "./lane-names";
import { WAVEFORM_PIXELS } from "./lane-sizes";
import { LoopRegion } from "./loop-region";
import type { TimeRange } from "./peaks-view";
import { SegmentLane } from "./segment-lane";
import type { TimelineLane } from "./segments";
import { sliderTarget } from "./slider-keys";
import { TimeRuler } from "./time-ruler";
import { scrollToFollow, secondsAt } from "./timeline-view";
import type { PeaksState } from "./use-peaks";
import { usePlayhead } from "./use-playhead";
import { useWheelZoom } from "./use-wheel-zoom";
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
  /** Bars and beats over the waveform; null for none. */
  grid: BeatGrid | null;
  lanes: readonly TimelineLane[];
  loop: TimeRange | null;
  onLoop: (range: TimeRange) => void;
  /** Pictures on the same time axis, under the waveform. */
  children?: ReactNode;
}

/** Waveform and what lies under it on one time axis: one playhead, one scroll bar, one place to click. */
export function Timeline(props: TimelineProps) {
  const { peaks, durationSeconds, zoom, onZoomStep, viewportPixels, scroller, isPlaying } = props;
  const { positionSeconds, positionNow, positionText, onSeek, grid, lanes, loop, onLoop, children } = props;
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
    <div className="flex">
      <LaneNames
        hasGrid={grid !== null}
        lanes={lanes}
        positionSeconds={positionSeconds}
        hasPicture={Boolean(children)}
      />
      <div
        ref={scroller}
        className="relative min-w-0 flex-1 overflow-x-auto overflow-y-hidden"
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
          {grid ? <BarNumbers grid={grid} range={range} viewportPixels={viewportPixels} /> : null}
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
              <WaveformPicture peaks={peaks} range={range} viewportPixels={viewportPixels} />
              {grid ? <BeatLines grid={grid} range={range} viewportPixels={viewportPixels} /> : null}
            </div>
          </div>
          {lanes.map(({ id, name, segments }) => (
            <SegmentLane
              key={id}
              name={name}
              segments={segments}
              range={range}
              viewportPixels={viewportPixels}
              positionSeconds={positionSeconds}
              onSeek={onSeek}
              onLoop={onLoop}
            />
          ))}
          {children}
          {loop ? <LoopRegion loop={loop} durationSeconds={durationSeconds} /> : null}
          <Playhead />
        </div>
      </div>
    </div>
  );
}

interface WaveformPictureProps {
  peaks: PeaksState;
  range: TimeRange;
  viewportPixels: number;
}

function WaveformPicture({ peaks, range, viewportPixels }: WaveformPictureProps) {
  if (peaks.status === "ready")
    return <WaveformCanvas peaks={peaks.peaks} range={range} width={viewportPixels} height={WAVEFORM_PIXELS} />;
  if (peaks.status === "loading") return <Skeleton className="size-full rounded-none" />;
  return (
    <p className="grid size-full place-items-center text-muted-foreground text-sm">
      The waveform could not be loaded. Playing and seeking work without it.
    </p>
  );
}

/** What was played is tinted up to the playhead; `usePlayhead` moves both. */
function Playhead() {
  return (
    <>
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
    </>
  );
}
