"use client";

import { Pause, Play, RotateCcw } from "lucide-react";
import { useState } from "react";
import { type AdminRunner, useAdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { When } from "@/components/listing/when";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { retryAllJobsAction, setJobsPausedAction } from "@/lib/admin/jobs/actions";
import type { QueueSummary } from "@/lib/admin/jobs/schema";
import { formatCount } from "@/lib/format/count";

const ASK_AGAIN_MS = 4_000;

/** Controls all analyses at once. Keeps the page up to date while any analysis is running or about to start. */
export function QueueControls({ queue, nowMs }: { queue: QueueSummary; nowMs: number }) {
  const runner = useAdminRunner();
  const { pausedSince, counts } = queue;
  useRefreshWhile(counts.running > 0 || (counts.waiting > 0 && !pausedSince), ASK_AGAIN_MS);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <PauseControl pausedSince={pausedSince} nowMs={nowMs} runner={runner} />
      {counts.failed > 0 ? <RetryAll runner={runner} /> : null}
    </div>
  );
}

interface PauseControlProps {
  pausedSince: string | null;
  nowMs: number;
  runner: AdminRunner;
}

/** One button for both directions, so that it keeps the focus when the state changes. */
function PauseControl({ pausedSince, nowMs, runner: { pending, run } }: PauseControlProps) {
  const [isAsked, setAsked] = useState(false);
  const pause = async () => {
    await run("pause", () => setJobsPausedAction({ paused: true }), "No new analysis starts until you resume.");
    setAsked(false);
  };
  const resume = () => run("resume", () => setJobsPausedAction({ paused: false }), "Analyses are running again.");
  return (
    <>
      <Button
        variant={pausedSince ? "primary" : "secondary"}
        pending={pending === "resume"}
        disabled={pending !== null}
        onClick={pausedSince ? resume : () => setAsked(true)}
      >
        {pausedSince ? <Play aria-hidden /> : <Pause aria-hidden />}
        {pausedSince ? "Resume all" : "Pause all"}
      </Button>
      {pausedSince ? (
        <Badge tone="warning">
          Paused <When at={pausedSince} nowMs={nowMs} />
        </Badge>
      ) : null}
      {isAsked ? (
        <Confirm
          title="Pause all analyses?"
          description="Running analyses finish. New uploads are still accepted and wait until you resume."
          action="Pause all"
          isPending={pending === "pause"}
          onConfirm={pause}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}

function RetryAll({ runner: { pending, run } }: { runner: AdminRunner }) {
  const retryAll = () =>
    run(
      "retry-all",
      () => retryAllJobsAction(),
      ({ retried }) => retriedText(retried),
    );
  return (
    <Button pending={pending === "retry-all"} disabled={pending !== null} onClick={retryAll}>
      <RotateCcw aria-hidden />
      Retry failed analyses
    </Button>
  );
}

function retriedText(retried: number): string {
  if (retried === 0) return "Nothing to retry: these files cannot be analysed.";
  return retried === 1 ? "1 sample will be analysed again." : `${formatCount(retried)} samples will be analysed again.`;
}
