import { z } from "zod";
import { pageNumber, searchText } from "@/lib/admin/page-query";

export const JOB_STATES = ["running", "waiting", "failed"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** The filters of the list of analyses, from the page's address. */
export const jobsQuerySchema = z.object({
  state: z.enum(JOB_STATES).catch("running"),
  q: searchText,
  page: pageNumber,
});
export type JobsQuery = z.output<typeof jobsQuerySchema>;

/** One analysis that is waiting, running or failed. Times are ISO 8601. */
export interface JobRow {
  sampleId: string;
  fileName: string;
  sizeBytes: number;
  owner: { id: string; name: string; email: string };
  state: JobState;
  /** How often it was started. */
  attempts: number;
  /** Since when it has been in this state. */
  since: string;
  /** When a running analysis counts as dead unless it renews its lease. */
  leaseUntil: string | null;
  failure: { code: string; message: string } | null;
  /** False once the object of a refused file is deleted. */
  isRetriable: boolean;
}

export interface QueueSummary {
  counts: Record<JobState, number>;
  /** How long the first analysis in the queue has been waiting. Null if none is waiting. */
  oldestWaitSeconds: number | null;
  failedToday: number;
  completedToday: number;
  /** Since when analyses have been paused. */
  pausedSince: string | null;
}

export const jobSchema = z.object({ sampleId: z.uuid() });
export type JobId = z.input<typeof jobSchema>;

export const setPausedSchema = z.object({ paused: z.boolean() });
export type SetPaused = z.input<typeof setPausedSchema>;
