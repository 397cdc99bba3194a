"use client";

import { type ReactNode, useId, useRef } from "react";
import { useText } from "#text";
import { type BeatGrid, snapToBeat } from "./beat-grid";
import { BarNumbers } from "./beat-lanes";
import { LaneNames } from "./lane-names";
import { Overview } from "./overview";
import type { TimeRange } from "./peaks-view";
import { Playhead } from "./playhead";
import { PositionSlider } from "./position-slider";
import type { ReadingStore } from "./reading-store";
import { RegionMark } from "./region-mark";
import { SegmentLane } from "./segment-lane";
import type { TimelineLane } from "./segments";
import { selectionEnds } from "./slider-keys";
import { TimeRuler } from "./time-ruler";
import type { TimeView } from "./time-view";
import type { PeaksState } from "./use-peaks";
import { usePlayhead } from "./use-playhead";
import { useView, useViewWidth } from "./use-view";
import { RULER_ATTRIBUTE, useViewGestures } from "./use-view-gestures";
import type { WindowStore } from "./window-store";

export interface TimelineProps {
  peaks: PeaksState;
  view: TimeView;
  sampleRateHz: number;
  /** What is finer than the stored waveform; null if nothing is. */
  windows: WindowStore | null;
  readings: ReadingStore;
  isPlaying: boolean;
  positionSeconds: number;
  positionNow: () => number;
  positionText: string;
  onSeek: (seconds: number) => void;
  /** Bars and beats over the waveform; null for none. */
  grid: BeatGrid | null;
  /** Where sounds begin. */
  onsets: readonly number[];
  lanes: readonly TimelineLane[];
  loop: TimeRange | null;
  onLoop: (range: TimeRange) => void;
  selected: TimeRange | null;
  onSelect: (region: TimeRange | null) => void;
  /** Pictures on the same time axis, below the waveform. */
  children?: ReactNode;
}

/** The waveform and everything below it on one time axis, with one playhead, and all of it in small as its scroll bar. */
export function Timeline(props: TimelineProps) {
  const t = useText();
  const { view, peaks, grid, lanes, positionSeconds, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useViewWidth(view, box);
  return (
    <>
      <div className="flex">
        <LaneNames
          hasGrid={grid !== null}
          lanes={lanes}
          positionSeconds={positionSeconds}
          hasPicture={Boolean(children)}
        />
        <div ref={box} id={id} className="relative min-w-0 flex-1 overflow-hidden">
          <Track {...props} />
        </div>
      </div>
      <div className="flex border-t">
        <div
          aria-hidden
          className="hidden w-32 shrink-0 items-center border-r px-3 text-2xs text-muted-foreground md:flex"
        >
          {t("[of the timeline] In view")}
        </div>
        <Overview view={view} peaks={peaks} controls={id} />
      </div>
    </>
  );
}

/** Within so many pixels, an end of a selection moves to a beat. */
const SNAP_PIXELS = 6;

/** Everything that shares the time axis. */
function Track({ children, ...props }: TimelineProps) {
  const { view, grid, loop, selected, onSeek, onSelect } = props;
  const track = useRef<HTMLDivElement>(null);
  const playhead = useRef<HTMLDivElement>(null);
  const drawn = useView(view);
  const { range, widthPixels } = drawn;
  usePlayhead({ playhead, ...props });
  const gestures = useViewGestures(track, view, {
    seek: onSeek,
    select: onSelect,
    anchorSeconds: (nearSeconds) => selectionEnds(selected, selected ? nearSeconds : props.positionSeconds).anchor,
    snap(seconds) {
      const span = view.range.endSeconds - view.range.startSeconds;
      return snapToBeat(seconds, grid?.beats ?? [], (SNAP_PIXELS / Math.max(1, view.widthPixels)) * span);
    },
  });
  return (
    <div ref={track} className="relative cursor-crosshair touch-pan-y select-none" {...gestures}>
      <div {...RULER_ATTRIBUTE}>
        <TimeRuler view={drawn} />
        {grid ? <BarNumbers grid={grid} range={range} viewportPixels={widthPixels} /> : null}
      </div>
      <PositionSlider {...props} drawn={drawn} />
      {props.lanes.map((lane) => (
        <SegmentLane
          key={lane.id}
          {...props}
          name={lane.name}
          segments={lane.segments}
          range={range}
          viewportPixels={widthPixels}
        />
      ))}
      {children}
      {selected ? <RegionMark kind="selected" region={selected} range={range} /> : null}
      {loop ? <RegionMark kind="loop" region={loop} range={range} /> : null}
      <Playhead ref={playhead} />
    </div>
  );
}
