"use client";

import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useText } from "#text";
import { useElementWidth } from "@/components/waveform/use-element-width";
import type { PeaksState } from "@/components/waveform/use-peaks";
import { WaveformCanvas } from "@/components/waveform/waveform-canvas";
import { cn } from "@/lib/cn";
import { type Edge, keyOf, type Part, positionText, withEdge } from "./slice-list";

const HEIGHT_PIXELS = 128;
const STEP_SECONDS = 0.01;
const FINE_STEP_SECONDS = 0.001;

export interface SliceStripProps {
  peaks: PeaksState;
  durationSeconds: number;
  parts: readonly Part[];
  onMove: (part: Part) => void;
  onPlay: (part: Part) => void;
}

/** The waveform with the slices over it. Their edges are moved with the pointer, or with the arrow keys. */
export function SliceStrip({ peaks, durationSeconds, parts, onMove, onPlay }: SliceStripProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useElementWidth(box);
  const secondsAt = (clientX: number) => {
    const rect = box.current?.getBoundingClientRect();
    return rect ? ((clientX - rect.left) / rect.width) * durationSeconds : 0;
  };
  return (
    <div
      ref={box}
      className="relative select-none overflow-hidden rounded-md border bg-muted"
      style={{ height: HEIGHT_PIXELS }}
    >
      {peaks.status === "ready" && width > 0 ? (
        <WaveformCanvas
          peaks={peaks.peaks}
          range={{ startSeconds: 0, endSeconds: durationSeconds }}
          width={width}
          height={HEIGHT_PIXELS}
        />
      ) : null}
      {parts.map((part, index) => (
        <div
          key={part.key}
          className={cn(
            "absolute inset-y-0 border-x",
            index % 2 ? "border-accent bg-accent/15" : "border-primary bg-primary/15",
          )}
          style={{
            left: `${(part.startSeconds / durationSeconds) * 100}%`,
            width: `${((part.endSeconds - part.startSeconds) / durationSeconds) * 100}%`,
          }}
        >
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            className="figures absolute inset-0 overflow-hidden px-2 pt-1 text-left font-medium text-2xs"
            onClick={() => onPlay(part)}
          >
            {keyOf(index) ?? ""}
          </button>
          {(["start", "end"] as const).map((edge) => (
            <EdgeHandle
              key={edge}
              part={part}
              edge={edge}
              durationSeconds={durationSeconds}
              secondsAt={secondsAt}
              onMove={onMove}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface EdgeHandleProps extends Pick<SliceStripProps, "durationSeconds" | "onMove"> {
  part: Part;
  edge: Edge;
  secondsAt: (clientX: number) => number;
}

function EdgeHandle({ part, edge, durationSeconds, secondsAt, onMove }: EdgeHandleProps) {
  const t = useText();
  const seconds = edge === "start" ? part.startSeconds : part.endSeconds;
  const move = (to: number) => onMove(withEdge(part, edge, to, durationSeconds));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? FINE_STEP_SECONDS : STEP_SECONDS;
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move(seconds + by);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) move(secondsAt(event.clientX));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={
        edge === "start" ? t("Start of {name}", { name: part.name }) : t("End of {name}", { name: part.name })
      }
      aria-valuemin={0}
      aria-valuemax={durationSeconds}
      aria-valuenow={seconds}
      aria-valuetext={positionText(seconds)}
      className={cn(
        "absolute inset-y-0 z-10 w-3 cursor-ew-resize touch-none focus-visible:-outline-offset-2",
        edge === "start" ? "left-0 -translate-x-1/2" : "right-0 translate-x-1/2",
      )}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}
