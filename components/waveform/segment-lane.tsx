"use client";

import { type KeyboardEvent, type MouseEvent, useCallback, useMemo } from "react";
import { useText } from "#text";
import { LaneCanvas, type LaneTheme } from "./lane-canvas";
import { SEGMENTS_PIXELS } from "./lane-sizes";
import { paintSegments } from "./paint-segments";
import type { TimeRange } from "./peaks-view";
import { type Segment, segmentAfterKey, segmentBoxes, segmentIndexAt, segmentIndexAtPlayhead } from "./segments";
import { secondsAt } from "./timeline-view";
import { BUTTON_ATTRIBUTE } from "./use-view-gestures";

export interface SegmentLaneProps {
  name: string;
  segments: readonly Segment[];
  range: TimeRange;
  viewportPixels: number;
  positionSeconds: number;
  onSeek: (seconds: number) => void;
  /** Called with the segment that should play in a loop. */
  onLoop?: (range: TimeRange) => void;
}

/** Chords, sections or keys on the time axis. A click seeks to the start of a segment; Shift + click also loops it. */
export function SegmentLane(props: SegmentLaneProps) {
  const t = useText();
  const { name, segments, range, viewportPixels, positionSeconds, onSeek, onLoop } = props;
  const currentIndex = segmentIndexAtPlayhead(segments, positionSeconds);
  const current = segments[currentIndex];
  const segmentUnder = (event: MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return segments[segmentIndexAt(segments, secondsAt(event.clientX - box.left, box.width, range))];
  };
  const onClick = (event: MouseEvent) => {
    const segment = segmentUnder(event);
    if (!segment) return;
    if (event.shiftKey && onLoop) onLoop(segment);
    onSeek(segment.startSeconds);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = segments[segmentAfterKey(event.key, currentIndex, segments.length) ?? -1];
    if (!target) return;
    event.preventDefault();
    onSeek(target.startSeconds);
  };
  return (
    <div className="border-t" style={{ height: SEGMENTS_PIXELS + 1 }}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={name}
        aria-valuemin={1}
        aria-valuemax={segments.length}
        aria-valuenow={Math.max(1, currentIndex + 1)}
        aria-valuetext={
          current
            ? t("{name}, {number} of {count}", {
                name: current.spoken,
                number: String(currentIndex + 1),
                count: String(segments.length),
              })
            : t("[not there] None")
        }
        className="cursor-pointer -outline-offset-2"
        style={{ height: SEGMENTS_PIXELS }}
        // A click goes to the start of the segment, not to the pointer.
        {...BUTTON_ATTRIBUTE}
        onPointerMove={(event) => {
          event.currentTarget.title = segmentUnder(event)?.spoken ?? "";
        }}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <SegmentPicture segments={segments} range={range} viewportPixels={viewportPixels} currentIndex={currentIndex} />
      </div>
    </div>
  );
}

type SegmentPictureProps = Pick<SegmentLaneProps, "segments" | "range" | "viewportPixels"> & { currentIndex: number };

function SegmentPicture({ segments, range, viewportPixels, currentIndex }: SegmentPictureProps) {
  const { startSeconds, endSeconds } = range;
  const boxes = useMemo(
    () => segmentBoxes(segments, { startSeconds, endSeconds }, viewportPixels),
    [segments, startSeconds, endSeconds, viewportPixels],
  );
  const paint = useCallback(
    (context: CanvasRenderingContext2D, { isLight, fontFamily }: LaneTheme) =>
      paintSegments(context, {
        segments,
        boxes,
        heightPixels: SEGMENTS_PIXELS,
        isLight,
        currentIndex,
        font: `600 12px ${fontFamily}`,
      }),
    [segments, boxes, currentIndex],
  );
  return <LaneCanvas width={viewportPixels} height={SEGMENTS_PIXELS} paint={paint} className="block" />;
}
