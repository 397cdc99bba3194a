import { cn } from "@/lib/cn";
import { overviewBars, playedBars } from "./overview-bars";

export interface OverviewWaveformProps {
  /** As lists have it: one byte for each part, base64. */
  overview: string | null;
  positionSeconds: number;
  /** Of the whole recording. */
  seconds: number;
  /** Gives it a height. */
  className: string;
}

/** One bar for each level, those that were played in the colour of what is played. Readable without scripts. */
export function OverviewWaveform({ overview, positionSeconds, seconds, className }: OverviewWaveformProps) {
  const bars = overviewBars(overview);
  const played = playedBars(positionSeconds, seconds, bars.length);
  return (
    <svg
      viewBox={`0 0 ${Math.max(1, bars.length)} 100`}
      preserveAspectRatio="none"
      aria-hidden
      className={cn("w-full", className)}
    >
      {bars.map((level, at) => {
        const height = Math.max(2, level * 100);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={at}
            x={at + 0.15}
            y={50 - height / 2}
            width={0.7}
            height={height}
            className={at < played ? "fill-wave-played" : "fill-wave"}
          />
        );
      })}
    </svg>
  );
}
