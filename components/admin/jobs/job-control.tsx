"use client";

import { useState } from "react";
import { useText } from "#text";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { Button } from "@/components/ui/button";
import { cancelJobAction, retryJobAction } from "@/lib/admin/jobs/actions";
import type { JobRow } from "@/lib/admin/jobs/schema";

/** Retries a failed analysis, or stops one that has not ended yet. */
export function JobControl({ job }: { job: JobRow }) {
  const t = useText();
  if (job.state !== "failed") return <Stop job={job} />;
  return job.isRetriable ? (
    <Retry job={job} />
  ) : (
    <span className="text-muted-foreground text-xs">{t("File no longer exists")}</span>
  );
}

function Retry({ job: { sampleId, fileName } }: { job: JobRow }) {
  const t = useText();
  const { pending, run } = useAdminRunner();
  const retry = () =>
    run("retry", () => retryJobAction({ sampleId }), t("{name} will be analysed again.", { name: fileName }));
  return (
    <Button size="sm" aria-label={t("Retry {name}", { name: fileName })} pending={pending !== null} onClick={retry}>
      {t("Retry")}
    </Button>
  );
}

function Stop({ job: { sampleId, fileName } }: { job: JobRow }) {
  const t = useText();
  const [isAsked, setAsked] = useState(false);
  const { pending, run } = useAdminRunner();
  const stop = async () => {
    await run(
      "stop",
      () => cancelJobAction({ sampleId }),
      t("The analysis of {name} was stopped.", { name: fileName }),
    );
    setAsked(false);
  };
  return (
    <>
      <Button
        size="sm"
        aria-label={t("Stop the analysis of {name}", { name: fileName })}
        onClick={() => setAsked(true)}
      >
        {t("[analysis] Stop")}
      </Button>
      {isAsked ? (
        <Confirm
          title={t("Stop this analysis?")}
          description={t("The owner sees {name} as failed and can retry it. The file is kept.", { name: fileName })}
          action={t("Stop analysis")}
          isPending={pending !== null}
          onConfirm={stop}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
