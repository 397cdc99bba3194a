import type { RefObject } from "react";

/** Tints what has been played and draws the line. `usePlayhead` moves both by variables that nothing else inherits. */
export function Playhead({ ref }: { ref: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={ref} aria-hidden className="pointer-events-none absolute inset-0">
      {/* Scaled rather than sized: a frame then lays nothing out. */}
      <div className="absolute inset-y-0 left-0 w-px origin-left scale-x-[var(--played,0)] bg-primary/12" />
      <div className="absolute inset-y-0 left-0 w-0 translate-x-[var(--playhead,0px)] will-change-transform">
        <div className="absolute inset-y-0 -left-px w-0.5 bg-foreground shadow-[0_0_8px_var(--primary)]" />
        <div className="absolute top-0 -left-1.5 size-3 rotate-45 rounded-[2px] bg-foreground" />
      </div>
    </div>
  );
}
