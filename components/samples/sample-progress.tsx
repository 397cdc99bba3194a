"use client";

import { CircleAlert, RotateCcw, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { useSampleEvents } from "@/components/live/live-events-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import type { SampleStatus } from "@/lib/events/sample-event";
import { msg } from "@/lib/language/text";
import { retryAnalysisAction } from "@/lib/samples/actions";
import { DeleteSample } from "./sample-actions";
import { AnswerSkeletons } from "./sample-skeleton";

/** Refreshes the page whenever this sample changes. */
export function SampleRefresher({ sampleId }: { sampleId: string }) {
  const router = useRouter();
  useSampleEvents(
    (event) => {
      if (event.sampleId === sampleId && event.change !== "deleted") router.refresh();
    },
    () => router.refresh(),
  );
  return null;
}

const STEPS: Record<Exclude<SampleStatus, "completed" | "failed">, { title: string; text: string }> = {
  uploading: {
    title: msg("Uploading"),
    text: msg("The upload is not complete. If it was interrupted, continue it on the upload page."),
  },
  uploaded: { title: msg("Queued"), text: msg("The file is stored. Its analysis starts as soon as a worker is free.") },
  processing: {
    title: msg("Analysing"),
    text: msg("Tempo, key, loudness and spectrum are being measured. This page updates by itself."),
  },
};

const PAUSED = {
  title: msg("Queued: analyses are paused"),
  text: msg("An admin has paused all analyses. The file is stored and will be analysed as soon as they resume."),
};

/** The page of a sample that is not analysed yet, with placeholders for the values. */
export function AnalyzingState({ status, isPaused }: { status: keyof typeof STEPS; isPaused: boolean }) {
  const t = useText();
  const { title, text } = status === "uploaded" && isPaused ? PAUSED : STEPS[status];
  return (
    <div className="flex flex-col gap-4">
      <section aria-label={t("Analysis")} className="glass flex flex-col gap-3 rounded-lg p-5" aria-live="polite">
        <h2 className="font-display font-medium text-xl tracking-tight">{t(title)}</h2>
        <p className="text-muted-foreground">{t(text)}</p>
        <Progress value={null} label={t(title)} className="mt-1" />
      </section>
      <Skeleton className="h-80 rounded-lg" />
      <AnswerSkeletons />
    </div>
  );
}

export interface FailedStateProps {
  sampleId: string;
  fileName: string;
  message: string;
  code: string;
  originalKept: boolean;
}

/** Says what went wrong, what is kept and what to do. */
export function FailedState({ sampleId, fileName, message, code, originalKept }: FailedStateProps) {
  const t = useText();
  const { retry, isPending, problem } = useRetry(sampleId);
  return (
    <section
      aria-label={t("Analysis failed")}
      className="glass flex flex-col gap-4 rounded-lg border-danger/40 p-5 sm:p-6"
    >
      <h2 className="flex items-center gap-2.5 font-display font-medium text-xl tracking-tight">
        <CircleAlert aria-hidden className="size-5.5 shrink-0 text-danger" />
        {t("This file could not be analysed")}
      </h2>
      <p className="max-w-prose">{t(message)}</p>
      <p className="max-w-prose text-muted-foreground text-sm">
        {originalKept
          ? t("The uploaded file is kept. Your other samples are not affected.")
          : t("The file was not kept. This entry stays until you delete it. Your other samples are not affected.")}{" "}
        <Rich
          t={t}
          text="Code: <code>{code}</code>"
          values={{ code }}
          parts={{ code: (inner) => <code className="figures">{inner}</code> }}
        />
      </p>
      {problem ? (
        <p role="alert" className="max-w-prose text-danger text-sm">
          {problem}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {originalKept ? (
          <Button variant="primary" pending={isPending} onClick={retry}>
            <RotateCcw aria-hidden />
            {t("Analyse again")}
          </Button>
        ) : (
          <ButtonLink href="/upload" variant="primary">
            <Upload aria-hidden />
            {t("Upload a new export")}
          </ButtonLink>
        )}
        <DeleteSample sampleId={sampleId} fileName={fileName} />
      </div>
    </section>
  );
}

function useRetry(sampleId: string) {
  const t = useText();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const retry = () =>
    startTransition(async () => {
      setProblem(null);
      const answer = await retryAnalysisAction({ id: sampleId }).catch(() => null);
      const outcome = answer?.data;
      if (outcome?.ok) router.refresh();
      else if (outcome && outcome.reason === "not_retriable") {
        setProblem(
          t("This file was rejected and is no longer stored, so it cannot be analysed again. Upload a new export."),
        );
      } else setProblem(t("The analysis could not be started. Your file is kept. Try again in a moment."));
    });
  return { retry, isPending, problem };
}
