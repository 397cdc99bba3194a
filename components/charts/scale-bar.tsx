import { round } from "./radar-geometry";

export interface ScaleBarProps {
  /** Between `low` and `high`; drawn at the nearer end outside. */
  value: number;
  low: number;
  high: number;
  /** Where the bar grows from; `low` when left out. */
  origin?: number;
  /** What its ends mean: dark – bright. */
  ends?: readonly [string, string];
}

/** A value's place on a scale. The figure stands beside it, so that assistive technology skips the picture. */
export function ScaleBar({ value, low, high, origin = low, ends }: ScaleBarProps) {
  const place = (at: number) => round((Math.min(1, Math.max(0, (at - low) / (high - low))) || 0) * 100);
  const from = Math.min(place(origin), place(value));
  const width = Math.abs(place(value) - place(origin));
  return (
    <div aria-hidden>
      <div className="relative h-1.5 rounded-full bg-border">
        <div
          className="absolute inset-y-0 rounded-full bg-primary/70"
          style={{ left: `${from}%`, width: `${width}%` }}
        />
        {origin > low ? (
          <div className="absolute -inset-y-0.5 w-px bg-border-strong" style={{ left: `${place(origin)}%` }} />
        ) : null}
        <div
          className="absolute top-1/2 size-3 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-primary bg-surface"
          style={{ left: `${place(value)}%` }}
        />
      </div>
      {ends ? (
        <div className="mt-1 flex justify-between text-2xs text-muted-foreground">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      ) : null}
    </div>
  );
}
