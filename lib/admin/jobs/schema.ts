import { z } from "zod";
import { pageNumber, searchText } from "@/lib/admin/page-query";

export const JOB_STATES = ["running", "waiting", "failed"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Which analyses are listed, as the page's address has it. */
export const jobsQuerySchema = z.object({
  state: z.enum(JOB_STATES).catch("running"),
  q: searchText,
  page: pageNumber,
});
export type JobsQuery = z.output<typeof jobsQuerySchema>;

/** One analysis that waits, runs or failed. Times are ISO 8601. */
export interface JobRow {
  sampleId: string;
  fileName: string;
  sizeBytes: number;
  owner: { id: string; name: string; email: string };
  state: JobState;
  /** How often it began. */
  attempts: number;
  /** Since when it is in this state. */
  since: string;
  /** While it runs: when it is taken for dead unless it says something. */
  leaseUntil: string | null;
  failure: { code: string; message: string } | null;
  /** False once a refused file's object is gone. */
  isRetriable: boolean;
}

export interface QueueSummary {
  counts: Record<JobState, number>;
  /** How long the one at the front has waited; null where none waits. */
  oldestWaitSeconds: number | null;
  failedToday: number;
  completedToday: number;
  /** Since when no analysis begins. */
  pausedSince: string | null;
}

export const jobSchema = z.object({ sampleId: z.uuid() });
export type JobId = z.input<typeof jobSchema>;

export const setPausedSchema = z.object({ paused: z.boolean() });
export type SetPaused = z.input<typeof setPausedSchema>;
