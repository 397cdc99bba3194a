"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useText } from "#text";
import { Skeleton } from "@/components/ui/skeleton";
import { frequencyMarks } from "./mel-axis";
import { timeReading } from "./reading";
import type { ReadingStore } from "./reading-store";
import { prepareCanvas } from "./screen-canvas";
import { cursorAfterKey } from "./spectrogram-cursor";
import { type SpectrogramPlace, type SpectrogramSource, spectrogramReading } from "./spectrogram-reading";
import type { TimeView, View } from "./time-view";
import { pixelsAt, secondsAt } from "./timeline-view";
import { type Spectrogram, useSpectrogram } from "./use-spectrogram";
import { useView } from "./use-view";

export interface SpectrogramStripProps {
  /** The stored picture covers the whole recording. */
  url: string;
  name: string;
  lowHz: number;
  highHz: number;
  view: TimeView;
  positionSeconds: number;
  readings: ReadingStore;
  onSeek: (seconds: number) => void;
}

/** The stored mel spectrogram below the waveform, on the same time axis, with a cursor that reads its values. */
export function SpectrogramStrip(props: SpectrogramStripProps) {
  const t = useText();
  const { url, lowHz, highHz } = props;
  const state = useSpectrogram(url);
  return (
    <div className="relative h-32 overflow-hidden border-t bg-[#000] sm:h-44">
      {state.status === "ready" ? <Cursor {...props} spectrogram={state.spectrogram} /> : null}
      {state.status === "loading" ? <Skeleton className="size-full rounded-none" /> : null}
      {state.status === "failed" ? (
        <p className="grid size-full place-items-center text-sm text-white/80">
          {t("The spectrogram could not be loaded.")}
        </p>
      ) : null}
      <ul aria-hidden className="pointer-events-none absolute inset-y-0 left-0 w-16">
        {frequencyMarks(lowHz, highHz).map((mark) => (
          <li
            key={mark.label}
            className="figures absolute left-0 flex translate-y-1/2 items-center text-2xs text-white"
            style={{ bottom: `${mark.position * 100}%` }}
          >
            <span className="mr-1 h-px w-2 bg-white/80" />
            <span className="rounded-xs bg-black/65 px-1 leading-4">{mark.label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The picture as a slider in time: left and right move the cursor, up and down its frequency, Enter plays from there. */
function Cursor(props: SpectrogramStripProps & { spectrogram: Spectrogram }) {
  const t = useText();
  const { name, lowHz, highHz, view, readings, onSeek, spectrogram } = props;
  const drawn = useView(view);
  const { durationSeconds } = drawn.limits;
  const source: SpectrogramSource = { picture: spectrogram.picture, durationSeconds, lowHz, highHz };
  const [place, setPlace] = useState<SpectrogramPlace | null>(null);
  const at = place ?? { seconds: props.positionSeconds, height: 0.5 };
  const read = (next: SpectrogramPlace) => {
    const time = timeReading(next.seconds, view.range, drawn.widthPixels);
    readings.set([time, ...spectrogramReading(next, source, t)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      onSeek(at.seconds);
      return;
    }
    const next = cursorAfterKey(event.key, at, {
      view: view.range,
      durationSeconds,
      bands: spectrogram.picture.height,
    });
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    view.follow(next.seconds);
    read(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t("Cursor on the spectrogram of {name}", { name })}
      aria-valuemin={0}
      aria-valuemax={Number(durationSeconds.toFixed(3))}
      aria-valuenow={Number(at.seconds.toFixed(3))}
      aria-valuetext={[
        timeReading(at.seconds, drawn.range, drawn.widthPixels),
        ...spectrogramReading(at, source, t),
      ].join(", ")}
      className="group absolute inset-0 -outline-offset-2"
      onKeyDown={onKeyDown}
      onFocus={() => read(at)}
      onBlur={() => readings.set(null)}
      onPointerMove={(event: PointerEvent) => {
        const box = event.currentTarget.getBoundingClientRect();
        const seconds = secondsAt(event.clientX - box.left, box.width, drawn.range);
        read({ seconds, height: 1 - Math.min(1, Math.max(0, (event.clientY - box.top) / box.height)) });
      }}
      onPointerLeave={() => readings.set(null)}
    >
      <Picture spectrogram={spectrogram} view={drawn} />
      <span
        aria-hidden
        className="pointer-events-none absolute hidden size-3 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-white shadow-[0_0_0_1px_black] group-focus-visible:block"
        style={{ left: pixelsAt(at.seconds, drawn.widthPixels, drawn.range), bottom: `${at.height * 100}%` }}
      />
    </div>
  );
}

function Picture({ spectrogram, view }: { spectrogram: Spectrogram; view: View }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { range, widthPixels, limits } = view;
  const { picture, image } = spectrogram;
  useEffect(() => {
    // One row for each band: the browser stretches them.
    const context = prepareCanvas(canvas.current, widthPixels, picture.height / window.devicePixelRatio)?.context;
    if (!context) return;
    const columnsPerSecond = picture.width / limits.durationSeconds;
    const from = range.startSeconds * columnsPerSecond;
    const columns = (range.endSeconds - range.startSeconds) * columnsPerSecond;
    context.drawImage(image, from, 0, columns, picture.height, 0, 0, context.canvas.width, context.canvas.height);
  }, [picture, image, range, widthPixels, limits]);
  return <canvas ref={canvas} aria-hidden className="block size-full" />;
}
