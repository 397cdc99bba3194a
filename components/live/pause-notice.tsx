"use client";

import { CirclePause } from "lucide-react";
import { useText } from "#text";
import type { Text } from "@/lib/language/text";
import { useRefreshWhile } from "./use-refresh-while";

const ASK_AGAIN_MS = 30_000;

/** Explains why nothing is being analysed, for as long as analyses are paused. */
export function PauseNotice({ waiting }: { waiting: number }) {
  const t = useText();
  useRefreshWhile(true, ASK_AGAIN_MS);
  return (
    <p
      role="status"
      className="mb-4 flex items-start gap-3 rounded-lg border border-warning/40 bg-warning/10 px-4 py-3 text-sm"
    >
      <CirclePause aria-hidden className="mt-0.5 size-4.5 shrink-0 text-warning" />
      <span>{waitingText(waiting, t)}</span>
    </p>
  );
}

function waitingText(waiting: number, t: Text): string {
  if (waiting === 0) {
    return t(
      "An admin has paused all analyses. Your uploads are stored and will be analysed as soon as they resume. Nothing is lost.",
    );
  }
  return t.count(
    waiting,
    "An admin has paused all analyses. {count} of your samples is waiting and will be analysed as soon as they resume. Nothing is lost.",
    "An admin has paused all analyses. {count} of your samples are waiting and will be analysed as soon as they resume. Nothing is lost.",
  );
}
