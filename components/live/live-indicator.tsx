"use client";

import { cn } from "@/lib/cn";
import type { LiveState } from "./live-connection";
import { useLiveState } from "./live-events-provider";

const TEXTS: Record<LiveState, string> = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Reconnecting…",
  off: "Live updates are off",
  crowded: "Too many windows for live updates",
};

/** A small light that shows whether live updates arrive, with the state in words. */
export function LiveIndicator({ className }: { className?: string }) {
  const state = useLiveState();
  const isLost = state === "reconnecting";
  return (
    <span role="status" className={cn("inline-flex items-center gap-2 text-muted-foreground text-xs", className)}>
      <span
        aria-hidden
        className={cn(
          "size-1.5 rounded-full",
          state === "live" ? "bg-success" : isLost ? "animate-pulse-dot bg-warning" : "bg-input",
        )}
      />
      {TEXTS[state]}
    </span>
  );
}
