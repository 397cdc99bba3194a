"use client";

import { Pause, Play, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Confirm } from "@/components/admin/confirm";
import { useVerb } from "@/components/admin/use-verb";
import { When } from "@/components/admin/when";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { retryAllJobsAction, setJobsPausedAction } from "@/lib/admin/jobs/actions";
import type { QueueSummary } from "@/lib/admin/jobs/schema";

const ASK_AGAIN_MS = 4_000;

/** What is done to all analyses at once. The page is kept up to date while any of them runs or is about to. */
export function QueueControls({ queue, nowMs }: { queue: QueueSummary; nowMs: number }) {
  const [isAsked, setAsked] = useState(false);
  const { pending, run } = useVerb();
  const { pausedSince, counts } = queue;
  useRefreshWhile(counts.running > 0 || (counts.waiting > 0 && !pausedSince), ASK_AGAIN_MS);
  const pause = async () => {
    await run("pause", () => setJobsPausedAction({ paused: true }), "No analysis begins until you resume.");
    setAsked(false);
  };
  const resume = () => run("resume", () => setJobsPausedAction({ paused: false }), "Analyses begin again.");
  const retryAll = () =>
    run(
      "retry-all",
      () => retryAllJobsAction(),
      ({ retried }) => retriedText(retried),
    );
  return (
    <div className="flex flex-wrap items-center gap-3">
      {pausedSince ? (
        <>
          <Button variant="primary" pending={pending === "resume"} disabled={pending !== null} onClick={resume}>
            <Play aria-hidden />
            Resume all
          </Button>
          <Badge tone="warning">
            Paused <When at={pausedSince} nowMs={nowMs} />
          </Badge>
        </>
      ) : (
        <Button disabled={pending !== null} onClick={() => setAsked(true)}>
          <Pause aria-hidden />
          Pause all
        </Button>
      )}
      {counts.failed > 0 ? (
        <Button pending={pending === "retry-all"} disabled={pending !== null} onClick={retryAll}>
          <RotateCcw aria-hidden />
          Retry what can be retried
        </Button>
      ) : null}
      {isAsked ? (
        <Confirm
          title="Pause all analyses?"
          description="What runs is finished. Uploads are still taken, and wait until you resume."
          action="Pause all"
          isPending={pending === "pause"}
          onConfirm={pause}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </div>
  );
}

function retriedText(retried: number): string {
  if (retried === 0) return "Nothing to retry: what failed, failed for its file.";
  return retried === 1 ? "1 sample is analysed again." : `${retried.toLocaleString("en")} samples are analysed again.`;
}
