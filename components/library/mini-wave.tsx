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
  height: number;
  /** Whether it is the loaded track. */
  isLoaded: boolean;
}

/** A row's waveform. A click plays from there: the list hears of it by `data-act`. */
export const MiniWave = memo(function MiniWave({ id, overview, durationSeconds, height, isLoaded }: MiniWaveProps) {
  const box = useRef<HTMLDivElement>(null);
  const rest = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => onTheme(() => setTheme((count) => count + 1)), []);
  useLayoutEffect(() => {
    // A theme that has changed has other colours.
    void theme;
    if (!box.current || !overview) return;
    const width = box.current.clientWidth;
    paintOverview(rest.current, { overview, width, height, colour: waveColours().rest });
  }, [overview, height, theme]);
  return (
    <div ref={box} data-act="wave" className="relative w-full cursor-pointer" style={{ height }}>
      {overview ? (
        <canvas ref={rest} aria-hidden className="absolute inset-0 size-full" />
      ) : (
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-border" />
      )}
      {isLoaded && overview && durationSeconds ? (
        <Played id={id} overview={overview} durationSeconds={durationSeconds} height={height} theme={theme} />
      ) : null}
    </div>
  );
});

interface PlayedProps extends Pick<MiniWaveProps, "id" | "height"> {
  overview: string;
  durationSeconds: number;
  theme: number;
}

/** The part that has been played, in another colour, and the playhead at its end. Moves without rendering. */
function Played({ id, overview, durationSeconds, height, theme }: PlayedProps) {
  const box = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    void theme;
    const width = box.current?.clientWidth ?? 0;
    paintOverview(canvas.current, { overview, width, height, colour: waveColours().played });
  }, [overview, height, theme]);
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
