"use client";

import { Pause, Play, RotateCcw, X } from "lucide-react";
import { useText } from "#text";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { formatBytes } from "@/lib/format/bytes";
import { overviewText } from "./overview-text";
import { formatTimeLeft, secondsLeft } from "./transfer-rate";
import type { UploadSession } from "./upload-session";
import type { UploadSnapshot } from "./upload-store";

/** The whole batch: progress, speed, time left, and actions for all files. */
export function UploadOverview({ snapshot, session }: { snapshot: UploadSnapshot; session: UploadSession }) {
  const t = useText();
  const { summary, bytesPerSecond, pause } = snapshot;
  const isRunning = summary.remaining > 0;
  const left = secondsLeft(summary.totalBytes - summary.sentBytes, bytesPerSecond);
  const value = summary.totalBytes === 0 ? 100 : Math.floor((summary.sentBytes / summary.totalBytes) * 100);
  const text = overviewText(snapshot, t);
  return (
    <div className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="font-display font-medium text-lg tracking-tight" aria-live="polite">
            {text.title}
          </h2>
          <p className="text-muted-foreground text-sm">{text.detail}</p>
        </div>
        <OverviewActions snapshot={snapshot} session={session} />
      </div>
      {isRunning ? (
        <>
          <Progress
            value={value}
            label={t("All files")}
            valueText={`${t("{percent}%", { percent: value })}, ${text.title}`}
          />
          <p className="figures flex flex-wrap gap-x-5 text-muted-foreground text-xs">
            <span>
              {t("{part} of {whole}", {
                part: formatBytes(summary.sentBytes, t),
                whole: formatBytes(summary.totalBytes, t),
              })}
            </span>
            {bytesPerSecond !== null ? <span>{formatBytes(bytesPerSecond, t)}/s</span> : null}
            {left !== null && pause === null ? <span>{formatTimeLeft(left, t)}</span> : null}
          </p>
        </>
      ) : null}
    </div>
  );
}

function OverviewActions({ snapshot, session }: { snapshot: UploadSnapshot; session: UploadSession }) {
  const t = useText();
  const { summary, pause } = snapshot;
  const isRunning = summary.remaining > 0;
  const ended = summary.total - summary.remaining;
  return (
    <div className="flex flex-wrap gap-2">
      {isRunning && pause === null ? (
        <Button size="sm" onClick={() => session.runner.pause()}>
          <Pause aria-hidden />
          {t("[work] Pause")}
        </Button>
      ) : null}
      {pause !== null ? (
        <Button size="sm" variant="primary" onClick={() => session.runner.resume()}>
          <Play aria-hidden />
          {t("Resume")}
        </Button>
      ) : null}
      {summary.byPhase.failed > 0 ? (
        <Button size="sm" onClick={() => session.runner.retryFailed()}>
          <RotateCcw aria-hidden />
          {t("Retry failed")}
        </Button>
      ) : null}
      {isRunning ? (
        <Button size="sm" variant="ghost" onClick={() => session.runner.cancelAll()}>
          <X aria-hidden />
          {t("Cancel all")}
        </Button>
      ) : null}
      {!isRunning && ended > 0 ? (
        <Button size="sm" variant="ghost" onClick={() => session.runner.clearEnded()}>
          {t("Clear list")}
        </Button>
      ) : null}
    </div>
  );
}
