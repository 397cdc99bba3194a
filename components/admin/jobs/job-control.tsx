"use client";

import { useState } from "react";
import { Confirm } from "@/components/admin/confirm";
import { useVerb } from "@/components/admin/use-verb";
import { Button } from "@/components/ui/button";
import { cancelJobAction, retryJobAction } from "@/lib/admin/jobs/actions";
import type { JobRow } from "@/lib/admin/jobs/schema";

/** The one thing that can be done to an analysis: once more when it failed, no further while it has not ended. */
export function JobControl({ job }: { job: JobRow }) {
  if (job.state !== "failed") return <Cancel job={job} />;
  return job.isRetriable ? <Retry job={job} /> : <span className="text-muted-foreground text-xs">File is gone</span>;
}

function Retry({ job: { sampleId, fileName } }: { job: JobRow }) {
  const { pending, run } = useVerb();
  const retry = () => run("retry", () => retryJobAction({ sampleId }), `${fileName} is analysed again.`);
  return (
    <Button size="sm" aria-label={`Retry ${fileName}`} pending={pending !== null} onClick={retry}>
      Retry
    </Button>
  );
}

function Cancel({ job: { sampleId, fileName } }: { job: JobRow }) {
  const [isAsked, setAsked] = useState(false);
  const { pending, run } = useVerb();
  const cancel = async () => {
    await run("cancel", () => cancelJobAction({ sampleId }), `The analysis of ${fileName} was stopped.`);
    setAsked(false);
  };
  return (
    <>
      <Button size="sm" aria-label={`Cancel the analysis of ${fileName}`} onClick={() => setAsked(true)}>
        Cancel
      </Button>
      {isAsked ? (
        <Confirm
          title="Stop this analysis?"
          description={`${fileName} is shown as failed to its owner, who may try again. The file stays.`}
          action="Stop it"
          isPending={pending !== null}
          onConfirm={cancel}
          onClose={() => setAsked(false)}
        />
      ) : null}
    </>
  );
}
