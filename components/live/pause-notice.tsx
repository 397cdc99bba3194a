"use client";

import { CirclePause } from "lucide-react";
import { formatCount } from "@/lib/format/count";
import { useRefreshWhile } from "./use-refresh-while";

const ASK_AGAIN_MS = 30_000;

/** Explains why nothing is being analysed, for as long as analyses are paused. */
export function PauseNotice({ waiting }: { waiting: number }) {
  useRefreshWhile(true, ASK_AGAIN_MS);
  return (
    <p
      role="status"
      className="mb-4 flex items-start gap-3 rounded-lg border border-warning/40 bg-warning/10 px-4 py-3 text-sm"
    >
      <CirclePause aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warning" />
      <span>An admin has paused all analyses. {waitingText(waiting)} as soon as they resume. Nothing is lost.</span>
    </p>
  );
}

function waitingText(waiting: number): string {
  if (waiting === 0) return "Your uploads are stored and will be analysed";
  return waiting === 1
    ? "1 of your samples is waiting and will be analysed"
    : `${formatCount(waiting)} of your samples are waiting and will be analysed`;
}
