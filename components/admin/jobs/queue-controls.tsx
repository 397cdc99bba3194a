"use client";

import { Pause, Play, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useText } from "#text";
import { type AdminRunner, useAdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { Rich } from "@/components/language/rich";
import { When } from "@/components/listing/when";
import { useRefreshWhile } from "@/components/live/use-refresh-while";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { retryAllJobsAction, setJobsPausedAction } from "@/lib/admin/jobs/actions";
import type { QueueSummary } from "@/lib/admin/jobs/schema";
import type { Text } from "@/lib/language/text";

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
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const pause = async () => {
    await run("pause", () => setJobsPausedAction({ paused: true }), t("No new analysis starts until you resume."));
    setAsked(false);
  };
  const resume = () => run("resume", () => setJobsPausedAction({ paused: false }), t("Analyses are running again."));
  return (
    <>
      <Button
        variant={pausedSince ? "primary" : "secondary"}
        pending={pending === "resume"}
        disabled={pending !== null}
        onClick={pausedSince ? resume : () => setAsked(true)}
      >
        {pausedSince ? <Play aria-hidden /> : <Pause aria-hidden />}
        {pausedSince ? t("Resume all") : t("Pause all")}
      </Button>
      {pausedSince ? (
        <Badge tone="warning">
          <Rich t={t} text="Paused {ago}" values={{ ago: <When key="ago" at={pausedSince} nowMs={nowMs} /> }} />
        </Badge>
      ) : null}
      {isAsked ? (
        <Confirm
          title={t("Pause all analyses?")}
          description={t("Running analyses finish. New uploads are still accepted and wait until you resume.")}
          action={t("Pause all")}
          isPending={pending === "pause"}
          onConfirm={pause}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}

function RetryAll({ runner: { pending, run } }: { runner: AdminRunner }) {
  const t = useText();
  const retryAll = () =>
    run(
      "retry-all",
      () => retryAllJobsAction(),
      ({ retried }) => retriedText(retried, t),
    );
  return (
    <Button pending={pending === "retry-all"} disabled={pending !== null} onClick={retryAll}>
      <RotateCcw aria-hidden />
      {t("Retry failed analyses")}
    </Button>
  );
}

function retriedText(retried: number, t: Text): string {
  if (retried === 0) return t("Nothing to retry: these files cannot be analysed.");
  return t.count(retried, "{count} sample will be analysed again.", "{count} samples will be analysed again.");
}
