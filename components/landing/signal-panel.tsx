"use client";

import { Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/lib/format/time";
import { formatBpm, formatCamelot, formatKey } from "@/lib/music/notation";
import { type DemoLoop, LOOP_BPM, LOOP_KEY, LOOP_SECONDS, renderDemoLoop } from "./demo-loop";
import { type LoopPlayer, playLoop } from "./loop-player";
import { SignalCanvas } from "./signal-canvas";

const READINGS = [
  { label: "Tempo", value: formatBpm(LOOP_BPM), unit: "BPM" },
  { label: "Key", value: formatKey(LOOP_KEY), unit: formatCamelot(LOOP_KEY) },
  { label: "Length", value: formatDuration(LOOP_SECONDS), unit: "2 bars" },
] as const;

/** Two bars of music computed from formulas. The visitor's browser draws them, and plays them on request. */
export function SignalPanel() {
  const [loop, setLoop] = useState<DemoLoop | null>(null);
  const [player, setPlayer] = useState<LoopPlayer | null>(null);
  const isPlaying = player !== null;

  useEffect(() => setLoop(renderDemoLoop()), []);
  useEffect(() => () => player?.stop(), [player]);

  return (
    <figure className="glass overflow-hidden rounded-xl">
      <div className="flex items-center justify-between gap-4 border-b px-4 py-2.5">
        <span className="figures truncate text-muted-foreground text-xs">two-bars.formula</span>
        <Button
          size="sm"
          aria-pressed={isPlaying}
          disabled={loop === null}
          onClick={() => setPlayer(isPlaying || loop === null ? null : playLoop(loop))}
        >
          {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
          Listen
        </Button>
      </div>
      <div className="h-64 px-4 py-4 sm:h-76">
        <SignalCanvas loop={loop} heardPosition={player?.position ?? null} />
      </div>
      <dl className="grid grid-cols-3 divide-x divide-border border-y">
        {READINGS.map(({ label, value, unit }) => (
          <div key={label} className="px-4 py-3">
            <dt className="eyebrow">{label}</dt>
            <dd className="mt-0.5 flex flex-wrap items-baseline gap-x-1.5">
              <span className="figures font-medium text-base sm:text-lg">{value}</span>
              <span className="text-muted-foreground text-xs">{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
      <figcaption className="px-4 py-3 text-muted-foreground text-xs">
        Computed, drawn and played by your browser: bass in red, chords in green, hi-hats in blue. Tempo, key and length
        are the ones it was composed with.
      </figcaption>
    </figure>
  );
}
