import { ListChecks } from "lucide-react";
import { PersonLink } from "@/components/admin/person-link";
import { When } from "@/components/admin/when";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { JobRow, JobState } from "@/lib/admin/jobs/schema";
import { formatBytes } from "@/lib/format/bytes";
import { JobControl } from "./job-control";

const EMPTY: Readonly<Record<JobState, { title: string; description: string }>> = {
  running: { title: "Nothing runs", description: "No analysis like that is under way just now." },
  waiting: { title: "Nothing waits", description: "No upload like that waits for its analysis." },
  failed: { title: "Nothing failed", description: "No analysis like that has failed." },
};

const SINCE: Readonly<Record<JobState, string>> = { running: "Began", waiting: "Waits since", failed: "Failed" };

export interface JobsTableProps {
  jobs: readonly JobRow[];
  state: JobState;
  nowMs: number;
}

/** Analyses of one state. */
export function JobsTable({ jobs, state, nowMs }: JobsTableProps) {
  if (jobs.length === 0) return <EmptyState icon={ListChecks} {...EMPTY[state]} />;
  return (
    <Table>
      <TableHeader>
        <tr>
          <TableHead className="pl-5">File</TableHead>
          <TableHead>Account</TableHead>
          <TableHead numeric>Size</TableHead>
          <TableHead numeric>Attempts</TableHead>
          <TableHead>{SINCE[state]}</TableHead>
          {state === "failed" ? <TableHead>Error</TableHead> : null}
          <TableHead className="pr-5">
            <span className="sr-only">What can be done</span>
          </TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {jobs.map((job) => (
          <TableRow key={job.sampleId}>
            <TableCell className="pl-5">
              <span className="block max-w-64 truncate font-medium" title={job.fileName}>
                {job.fileName}
              </span>
              <code className="block whitespace-nowrap text-muted-foreground text-xs">{job.sampleId}</code>
            </TableCell>
            <TableCell>
              <PersonLink person={job.owner} />
            </TableCell>
            <TableCell numeric>{formatBytes(job.sizeBytes)}</TableCell>
            <TableCell numeric>{job.attempts}</TableCell>
            <TableCell className="text-muted-foreground">
              <When at={job.since} nowMs={nowMs} />
            </TableCell>
            {state === "failed" ? (
              <TableCell className="min-w-56">
                {job.failure?.message}
                <code className="block text-muted-foreground text-xs">{job.failure?.code}</code>
              </TableCell>
            ) : null}
            <TableCell className="pr-5 text-right">
              <JobControl job={job} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
