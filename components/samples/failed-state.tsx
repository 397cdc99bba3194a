import { CircleAlert, RotateCcw, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useText } from "#text";
import { Rich } from "@/components/language/rich";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { retryAnalysisAction } from "@/lib/samples/actions";
import { DeleteSample } from "./sample-actions";

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
