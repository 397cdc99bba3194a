"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from "react";
import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";
import { AmplitudeScale } from "./amplitude-scale";
import type { BeatGrid } from "./beat-grid";
import { BeatLines } from "./beat-lanes";
import { FineWaveform } from "./fine-waveform";
import { WAVEFORM_PIXELS } from "./lane-sizes";
import { gainToFill, type TimeRange } from "./peaks-view";
import { waveformReading } from "./reading";
import type { ReadingStore } from "./reading-store";
import { between, selectionEnds, sliderTarget } from "./slider-keys";
import type { TimeView, View } from "./time-view";
import { secondsAt } from "./timeline-view";
import type { PeaksState } from "./use-peaks";
import type { WindowStore } from "./window-store";

export interface PositionSliderProps {
  peaks: PeaksState;
  grid: BeatGrid | null;
  onsets: readonly number[];
  view: TimeView;
  drawn: View;
  sampleRateHz: number;
  windows: WindowStore | null;
  readings: ReadingStore;
  positionSeconds: number;
  /** The position as screen readers say it. */
  positionText: string;
  onSeek: (seconds: number) => void;
  selected: TimeRange | null;
  onSelect: (region: TimeRange | null) => void;
}

const ZOOM_STEP = 2;

/** The waveform as a slider: arrow keys move the position, with Shift they select, plus and minus zoom. */
export function PositionSlider(props: PositionSliderProps) {
  const t = useText();
  const { drawn, positionSeconds, positionText } = props;
  const { durationSeconds } = drawn.limits;
  const read = useReading(props);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("Position")}
      aria-valuemin={0}
      aria-valuemax={Number(durationSeconds.toFixed(2))}
      aria-valuenow={Number(positionSeconds.toFixed(2))}
      aria-valuetext={positionText}
      className="relative -outline-offset-2"
      style={{ height: WAVEFORM_PIXELS }}
      onKeyDown={(event) => onKeyDown(event, props)}
      onPointerMove={(event: PointerEvent) => {
        const box = event.currentTarget.getBoundingClientRect();
        read(secondsAt(event.clientX - box.left, box.width, drawn.range));
      }}
      onPointerLeave={() => read(null)}
      onFocus={() => read(positionSeconds)}
      onBlur={() => read(null)}
    >
      <WaveformPicture {...props} />
    </div>
  );
}

function onKeyDown(event: KeyboardEvent, props: PositionSliderProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { view, positionSeconds, selected, onSelect, onSeek } = props;
  const { durationSeconds } = props.drawn.limits;
  const { startSeconds, endSeconds } = view.range;
  const bounds = { durationSeconds, viewSeconds: endSeconds - startSeconds };
  const ends = selectionEnds(selected, positionSeconds);
  const target = sliderTarget(event.key, event.shiftKey ? ends.moving : positionSeconds, bounds);
  if (target !== null) {
    if (event.shiftKey) onSelect(between(ends.anchor, target));
    onSeek(target);
  } else if (event.key === "+" || event.key === "=") view.zoomBy(ZOOM_STEP, positionSeconds);
  else if (event.key === "-") view.zoomBy(1 / ZOOM_STEP, positionSeconds);
  else if (event.key === "Escape" && selected) onSelect(null);
  else return;
  event.preventDefault();
}

/** Puts the level at a time into the read-out, and again when finer values come; null for none. */
function useReading({ peaks, drawn, sampleRateHz, windows, readings }: PositionSliderProps) {
  const t = useText();
  const last = useRef<number | null>(null);
  const read = (seconds: number | null) => {
    last.current = seconds;
    if (seconds === null || peaks.status !== "ready") {
      readings.set(null);
      return;
    }
    const { durationSeconds, levels } = peaks.peaks;
    const source = {
      ...{ peaks: peaks.peaks, durationSeconds, sampleRateHz },
      finestSecondsPerPoint: levels[0]?.secondsPerPoint ?? 0,
      tileAt: windows?.tileAt ?? (() => null),
    };
    readings.set(waveformReading(seconds, drawn.range, drawn.widthPixels, source, t));
  };
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(
    () =>
      windows?.subscribe(() => {
        if (last.current !== null) latest.current(last.current);
      }),
    [windows],
  );
  return read;
}

function WaveformPicture({ peaks: state, grid, onsets, drawn, sampleRateHz, windows }: PositionSliderProps) {
  const t = useText();
  const peaks = state.status === "ready" ? state.peaks : null;
  const gain = useMemo(() => (peaks ? gainToFill(peaks) : 1), [peaks]);
  if (state.status === "loading") return <Skeleton className="size-full rounded-none" />;
  if (!peaks) {
    return (
      <p className="grid size-full place-items-center text-muted-foreground text-sm">
        {t("The waveform could not be loaded. Playback and seeking still work.")}
      </p>
    );
  }
  return (
    <>
      <FineWaveform peaks={peaks} view={drawn} height={WAVEFORM_PIXELS} sampleRateHz={sampleRateHz} windows={windows} />
      {grid || onsets.length > 0 ? (
        <BeatLines grid={grid} onsets={onsets} range={drawn.range} viewportPixels={drawn.widthPixels} />
      ) : null}
      <AmplitudeScale gain={gain} heightPixels={WAVEFORM_PIXELS} />
    </>
  );
}
