import { ListChecks } from "lucide-react";
import { useText } from "#text";
import { PersonLink } from "@/components/admin/person-link";
import { ListTable } from "@/components/listing/list-table";
import { When } from "@/components/listing/when";
import { EmptyState } from "@/components/ui/empty-state";
import { TableCell, TableRow } from "@/components/ui/table";
import type { JobRow, JobState } from "@/lib/admin/jobs/schema";
import { formatBytes } from "@/lib/format/bytes";
import { msg } from "@/lib/language/text";
import { JobControl } from "./job-control";

const EMPTY: Readonly<Record<JobState, string>> = {
  running: msg("No running analyses"),
  waiting: msg("No waiting analyses"),
  failed: msg("No failed analyses"),
};

const SINCE: Readonly<Record<JobState, string>> = {
  running: msg("Started"),
  waiting: msg("Waiting since"),
  failed: msg("[when] Failed"),
};

const columnsOf = (state: JobState) => [
  { label: msg("File") },
  { label: msg("Account") },
  { label: msg("Size"), numeric: true },
  { label: msg("Attempts"), numeric: true },
  { label: SINCE[state] },
  ...(state === "failed" ? [{ label: msg("Error") }] : []),
  { label: msg("Actions"), isHidden: true },
];

export interface JobsTableProps {
  jobs: readonly JobRow[];
  state: JobState;
  nowMs: number;
}

/** The analyses in one state. */
export function JobsTable({ jobs, state, nowMs }: JobsTableProps) {
  const t = useText();
  if (jobs.length === 0) {
    return (
      <EmptyState icon={ListChecks} title={t(EMPTY[state])} description={t("No analysis matches these filters.")} />
    );
  }
  return (
    <ListTable columns={columnsOf(state)}>
      {jobs.map((job) => (
        <Row key={job.sampleId} job={job} hasError={state === "failed"} nowMs={nowMs} />
      ))}
    </ListTable>
  );
}

function Row({ job, hasError, nowMs }: { job: JobRow; hasError: boolean; nowMs: number }) {
  const t = useText();
  return (
    <TableRow>
      <TableCell className="pl-5">
        <span className="block max-w-64 truncate font-medium" title={job.fileName}>
          {job.fileName}
        </span>
        <code className="block whitespace-nowrap text-muted-foreground text-xs">{job.sampleId}</code>
      </TableCell>
      <TableCell>
        <PersonLink person={job.owner} />
      </TableCell>
      <TableCell numeric>{formatBytes(job.sizeBytes, t)}</TableCell>
      <TableCell numeric>{job.attempts}</TableCell>
      <TableCell className="text-muted-foreground">
        <When at={job.since} nowMs={nowMs} />
      </TableCell>
      {hasError ? (
        <TableCell className="min-w-56">
          {job.failure ? t(job.failure.message) : null}
          <code className="block text-muted-foreground text-xs">{job.failure?.code}</code>
        </TableCell>
      ) : null}
      <TableCell className="pr-5 text-right">
        <JobControl job={job} />
      </TableCell>
    </TableRow>
  );
}
