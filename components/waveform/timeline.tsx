"use client";

import { type PointerEvent, type ReactNode, type RefObject, useCallback, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import type { BeatGrid } from "./beat-grid";
import { BarNumbers } from "./beat-lanes";
import { LaneNames } from "./lane-names";
import { LoopRegion } from "./loop-region";
import type { TimeRange } from "./peaks-view";
import { Playhead } from "./playhead";
import { PositionSlider } from "./position-slider";
import { SegmentLane } from "./segment-lane";
import type { TimelineLane } from "./segments";
import { TimeRuler } from "./time-ruler";
import { rangeInView, scrollToFollow, secondsAt } from "./timeline-view";
import type { PeaksState } from "./use-peaks";
import { usePlayhead } from "./use-playhead";
import { useWheelZoom } from "./use-wheel-zoom";

export interface TimelineProps {
  peaks: PeaksState;
  durationSeconds: number;
  zoom: number;
  onZoomStep: (direction: 1 | -1) => void;
  viewportPixels: number;
  scroller: RefObject<HTMLDivElement | null>;
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
  /** Pictures on the same time axis, below the waveform. */
  children?: ReactNode;
}

/** The waveform and everything below it on one time axis, with one playhead and one scroll bar. */
export function Timeline(props: TimelineProps) {
  const { scroller, grid, lanes, positionSeconds, children } = props;
  const [scrollLeft, setScrollLeft] = useState(0);
  useWheelZoom(scroller, props.onZoomStep);
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
        <Track {...props} scrollLeft={scrollLeft} />
      </div>
    </div>
  );
}

/** Everything that scrolls. Pressing and dragging anywhere on it seeks. */
function Track({ scrollLeft, children, ...props }: TimelineProps & { scrollLeft: number }) {
  const { durationSeconds, zoom, viewportPixels, onSeek, grid, loop } = props;
  const track = useRef<HTMLDivElement>(null);
  const widthPixels = viewportPixels * zoom;
  const range = rangeInView({ scrollLeft, viewportPixels, widthPixels, durationSeconds });
  useFollowedPlayhead(track, widthPixels, props);
  const seekTo = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box) onSeek(secondsAt(event.clientX - box.left, box.width, durationSeconds));
  };
  return (
    <div
      ref={track}
      className={cn("relative min-w-full cursor-crosshair select-none", zoom === 1 ? "touch-pan-y" : "touch-auto")}
      style={{ width: zoom === 1 ? "100%" : widthPixels }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // A finger on a zoomed track scrolls it.
        if (event.pointerType !== "touch" || zoom === 1) event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
      }}
    >
      <TimeRuler durationSeconds={durationSeconds} widthPixels={widthPixels} />
      {grid ? <BarNumbers grid={grid} range={range} viewportPixels={viewportPixels} /> : null}
      <PositionSlider {...props} range={range} />
      {props.lanes.map((lane) => (
        <SegmentLane key={lane.id} {...props} name={lane.name} segments={lane.segments} range={range} />
      ))}
      {children}
      {loop ? <LoopRegion loop={loop} durationSeconds={durationSeconds} /> : null}
      <Playhead />
    </div>
  );
}

/** Moves the playhead, and scrolls along with it while zoomed in. */
function useFollowedPlayhead(track: RefObject<HTMLElement | null>, widthPixels: number, options: TimelineProps): void {
  const { scroller, zoom, viewportPixels, isPlaying, positionSeconds, positionNow, durationSeconds } = options;
  const onMove = useCallback(
    (pixels: number) => {
      const node = scroller.current;
      if (!node || zoom === 1) return;
      const target = scrollToFollow(pixels, node.scrollLeft, viewportPixels);
      if (target !== null) node.scrollLeft = target;
    },
    [scroller, zoom, viewportPixels],
  );
  usePlayhead({ track, isPlaying, positionSeconds, positionNow, durationSeconds, widthPixels, onMove });
}
