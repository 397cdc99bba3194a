import type { View } from "./time-view";
import { formatTick, pixelsAt, timeTicks } from "./timeline-view";

/** A label needs this much room. */
const LABEL_PIXELS = 44;

/** The time scale above the pictures. Hidden from screen readers: the slider tells them the time. */
export function TimeRuler({ view: { range, widthPixels } }: { view: Pick<View, "range" | "widthPixels"> }) {
  const { seconds: ticks, places } = timeTicks(range, widthPixels);
  return (
    <div aria-hidden className="relative h-6 overflow-hidden border-b">
      {ticks.map((seconds) => {
        const left = pixelsAt(seconds, widthPixels, range);
        const fits = left + LABEL_PIXELS <= widthPixels;
        return (
          <span
            key={seconds}
            className="absolute top-0 left-0 h-full border-border-strong border-l"
            style={{ transform: `translateX(${left}px)` }}
          >
            {fits ? (
              <span className="figures whitespace-nowrap pl-1.5 text-2xs text-muted-foreground leading-6">
                {formatTick(seconds, places)}
              </span>
            ) : null}
          </span>
        );
      })}
    </div>
  );
}
