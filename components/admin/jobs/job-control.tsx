"use client";

import { useState } from "react";
import { useAdminRunner } from "@/components/admin/use-admin-runner";
import { Confirm } from "@/components/forms/confirm";
import { Button } from "@/components/ui/button";
import { cancelJobAction, retryJobAction } from "@/lib/admin/jobs/actions";
import type { JobRow } from "@/lib/admin/jobs/schema";

/** Retries a failed analysis, or stops one that has not ended yet. */
export function JobControl({ job }: { job: JobRow }) {
  if (job.state !== "failed") return <Stop job={job} />;
  return job.isRetriable ? (
    <Retry job={job} />
  ) : (
    <span className="text-muted-foreground text-xs">File no longer exists</span>
  );
}

function Retry({ job: { sampleId, fileName } }: { job: JobRow }) {
  const { pending, run } = useAdminRunner();
  const retry = () => run("retry", () => retryJobAction({ sampleId }), `${fileName} will be analysed again.`);
  return (
    <Button size="sm" aria-label={`Retry ${fileName}`} pending={pending !== null} onClick={retry}>
      Retry
    </Button>
  );
}

function Stop({ job: { sampleId, fileName } }: { job: JobRow }) {
  const [isAsked, setAsked] = useState(false);
  const { pending, run } = useAdminRunner();
  const stop = async () => {
    await run("stop", () => cancelJobAction({ sampleId }), `The analysis of ${fileName} was stopped.`);
    setAsked(false);
  };
  return (
    <>
      <Button size="sm" aria-label={`Stop the analysis of ${fileName}`} onClick={() => setAsked(true)}>
        Stop
      </Button>
      {isAsked ? (
        <Confirm
          title="Stop this analysis?"
          description={`The owner sees ${fileName} as failed and can retry it. The file is kept.`}
          action="Stop analysis"
          isPending={pending !== null}
          onConfirm={stop}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
