import { useText } from "#text";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import type { SampleStatus } from "@/lib/events/sample-event";
import { msg } from "@/lib/language/text";
import { AnswerSkeletons } from "./sample-skeleton";

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
