import { type Scale, scaleGeometry } from "./scale-geometry";

export interface ScaleBarProps extends Scale {
  value: number;
  /** The names of the two ends, such as dark and bright. */
  ends?: readonly [string, string];
}

/** Shows a value on a scale. Hidden from screen readers, because the number is beside it. */
export function ScaleBar({ value, ends, ...scale }: ScaleBarProps) {
  const geometry = scaleGeometry(value, scale);
  return (
    <div aria-hidden>
      <div className="relative h-1.5 rounded-full bg-pressed">
        <div
          className="absolute inset-y-0 rounded-full bg-primary/70"
          style={{ left: `${geometry.from}%`, width: `${geometry.width}%` }}
        />
        {scale.origin !== undefined && scale.origin > scale.low ? (
          <div className="absolute -inset-y-0.5 w-px bg-border-strong" style={{ left: `${geometry.origin}%` }} />
        ) : null}
        <div
          className="absolute top-1/2 size-3 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-primary bg-surface"
          style={{ left: `${geometry.value}%` }}
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
