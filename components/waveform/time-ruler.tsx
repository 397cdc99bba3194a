import { formatTick, timeTicks } from "./timeline-view";

/** A label needs this much room. */
const LABEL_PIXELS = 40;

export interface TimeRulerProps {
  durationSeconds: number;
  widthPixels: number;
}

/** The time scale above the pictures. Hidden from screen readers: the slider tells them the time. */
export function TimeRuler({ durationSeconds, widthPixels }: TimeRulerProps) {
  const ticks = timeTicks(durationSeconds, widthPixels);
  const isFine = (ticks[1] ?? 1) < 1;
  return (
    <div aria-hidden className="relative h-6 border-b">
      {ticks.map((seconds) => {
        const left = (seconds / durationSeconds) * widthPixels;
        const fits = left + LABEL_PIXELS <= widthPixels;
        return (
          <span key={seconds} className="absolute top-0 h-full border-border-strong border-l" style={{ left }}>
            {fits ? (
              <span className="figures whitespace-nowrap pl-1.5 text-2xs text-muted-foreground leading-6">
                {formatTick(seconds, isFine)}
              </span>
            ) : null}
          </span>
        );
      })}
    </div>
  );
}
