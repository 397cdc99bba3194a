"use client";

import { useText } from "#text";
import { cn } from "@/lib/cn";
import { msg } from "@/lib/language/text";
import type { LiveState } from "./live-connection";
import { useLiveState } from "./live-events-provider";

const TEXTS: Record<LiveState, string> = {
  connecting: msg("Connecting…"),
  live: msg("Live"),
  reconnecting: msg("Reconnecting…"),
  off: msg("Live updates are off"),
  crowded: msg("Too many windows for live updates"),
};

/** A small light that shows whether live updates arrive, with the state in words. */
export function LiveIndicator({ className }: { className?: string }) {
  const t = useText();
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
      {t(TEXTS[state])}
    </span>
  );
}
