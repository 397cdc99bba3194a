"use client";

import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { audioPlayer } from "@/components/player/audio-player";
import { Scope } from "@/components/ui/scope";
import { paintOverview } from "./paint-overview";
import { onTheme, waveColours } from "./wave-colours";

export interface MiniWaveProps {
  id: string;
  overview: string | null;
  durationSeconds: number | null;
  /** In CSS pixels. Given, because to measure it would lay the page out once for every row. */
  width: number;
  height: number;
  /** Whether it is the loaded track. */
  isLoaded: boolean;
}

/** A row's waveform. A click plays from there: the list hears of it by `data-act`. */
export const MiniWave = memo(function MiniWave(props: MiniWaveProps) {
  const { id, overview, durationSeconds, width, height, isLoaded } = props;
  const rest = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => onTheme(() => setTheme((count) => count + 1)), []);
  useLayoutEffect(() => {
    // A theme that has changed has other colours.
    void theme;
    if (overview) paintOverview(rest.current, { overview, width, height, colour: waveColours().rest });
  }, [overview, width, height, theme]);
  return (
    <div data-act="wave" className="relative cursor-pointer" style={{ width, height }}>
      {overview ? (
        <canvas ref={rest} aria-hidden className="absolute inset-0 size-full" />
      ) : (
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-pressed" />
      )}
      {isLoaded && overview && durationSeconds ? (
        <Played {...{ id, overview, durationSeconds, width, height, theme }} />
      ) : null}
    </div>
  );
});

interface PlayedProps extends Pick<MiniWaveProps, "id" | "width" | "height"> {
  overview: string;
  durationSeconds: number;
  theme: number;
}

/** The part that has been played, in another colour, and the playhead at its end. Moves without rendering. */
function Played({ id, overview, durationSeconds, width, height, theme }: PlayedProps) {
  const box = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    void theme;
    paintOverview(canvas.current, { overview, width, height, colour: waveColours().played });
  }, [overview, width, height, theme]);
  useEffect(() => {
    const scope = new Scope();
    scope.frames(() => {
      const share = Math.min(1, audioPlayer().positionOf(id) / durationSeconds);
      box.current?.style.setProperty("--played", `${share * 100}%`);
    });
    return scope.dispose;
  }, [id, durationSeconds]);
  return (
    <span ref={box} aria-hidden className="pointer-events-none absolute inset-0">
      <canvas
        ref={canvas}
        className="absolute inset-0 size-full"
        style={{ clipPath: "inset(0 calc(100% - var(--played, 0%)) 0 0)" }}
      />
      <span className="absolute inset-y-0 w-px bg-primary" style={{ left: "var(--played, 0%)" }} />
    </span>
  );
}
