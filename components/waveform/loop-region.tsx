import type { TimeRange } from "./peaks-view";

/** Marks the part that plays in a loop, from A to B. */
export function LoopRegion({ loop, durationSeconds }: { loop: TimeRange; durationSeconds: number }) {
  const left = (loop.startSeconds / durationSeconds) * 100;
  const width = ((loop.endSeconds - loop.startSeconds) / durationSeconds) * 100;
  return (
    <div
      aria-hidden
      className="figures pointer-events-none absolute inset-y-0 border-accent border-x-2 bg-accent/10 font-medium text-2xs"
      style={{ left: `${left}%`, width: `${width}%` }}
    >
      <span className="absolute top-0 left-0 bg-accent px-1 text-accent-foreground">A</span>
      <span className="absolute top-0 right-0 bg-accent px-1 text-accent-foreground">B</span>
    </div>
  );
}
