import { cn } from "@/lib/cn";
import type { TimeRange } from "./peaks-view";

export interface RegionMarkProps {
  region: TimeRange;
  range: TimeRange;
  /** What loops has its ends named A and B. What is selected is only tinted. */
  kind: "loop" | "selected";
}

const LOOK = { loop: "border-accent bg-accent/10", selected: "border-primary bg-primary/25" } as const;

/** Marks a part of the recording over all pictures. */
export function RegionMark({ region, range, kind }: RegionMarkProps) {
  const span = range.endSeconds - range.startSeconds;
  // Far outside of the view, the ends would be farther away than a browser can count.
  const share = (seconds: number) => Math.max(-0.1, Math.min(1.1, (seconds - range.startSeconds) / span));
  const [left, right] = [share(region.startSeconds), share(region.endSeconds)];
  return (
    <div
      aria-hidden
      className={cn("figures pointer-events-none absolute inset-y-0 border-x-2 font-medium text-2xs", LOOK[kind])}
      style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
    >
      {kind === "loop" ? (
        <>
          <span className="absolute top-0 left-0 bg-accent px-1 text-accent-foreground">A</span>
          <span className="absolute top-0 right-0 bg-accent px-1 text-accent-foreground">B</span>
        </>
      ) : null}
    </div>
  );
}
