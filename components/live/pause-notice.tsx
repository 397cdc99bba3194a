"use client";

import { CirclePause } from "lucide-react";
import { useRefreshWhile } from "./use-refresh-while";

const ASK_AGAIN_MS = 30_000;

/** Says why nothing is measured just now, until it is again. */
export function PauseNotice({ waiting }: { waiting: number }) {
  useRefreshWhile(true, ASK_AGAIN_MS);
  return (
    <p
      role="status"
      className="mb-4 flex items-start gap-3 rounded-lg border border-warning/40 bg-warning/10 px-4 py-3 text-sm"
    >
      <CirclePause aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warning" />
      <span>
        Whoever runs this server has paused all analyses. {waitingText(waiting)} once they go on; nothing is lost.
      </span>
    </p>
  );
}

function waitingText(waiting: number): string {
  if (waiting === 0) return "What you upload is stored, and analysed";
  return waiting === 1
    ? "1 sample of yours waits, and is analysed"
    : `${waiting.toLocaleString("en")} samples of yours wait, and are analysed`;
}
