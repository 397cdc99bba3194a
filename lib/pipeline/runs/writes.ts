import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { samples } from "@/db/schema/samples";
import type { AnalysisFailureCode } from "@/lib/analysis/record/schema";
import type { SampleStatus } from "@/lib/events/sample-event";
import { endedWithoutResult } from "@/lib/samples/writes";
import type { Work } from "@/lib/work/unit-of-work";

/** One run of the pipeline over one sample. */
export interface RunOf {
  sampleId: string;
  runId: string;
}

/** Only the run that claimed the sample may write to it. Writes of any other run have no effect. */
export const ownedByRun = ({ sampleId, runId }: RunOf) =>
  and(eq(samples.id, sampleId), eq(samples.runId, runId), eq(samples.status, "processing"), isNull(samples.deletedAt));

/** Locks the sample for its run. Returns false if the run no longer owns it. */
export async function lockForRun(work: Work, run: RunOf): Promise<boolean> {
  const [row] = await work.tx.select({ id: samples.id }).from(samples).where(ownedByRun(run)).for("update");
  return row !== undefined;
}

/**
 * Stops a waiting or running analysis. The worker notices when it next renews its lease. The file stays. Returns the
 * previous status, or null if there was nothing to stop.
 */
export async function cancelAnalysis(work: Work, sampleId: string): Promise<SampleStatus | null> {
  const present = and(eq(samples.id, sampleId), isNull(samples.deletedAt));
  const [before] = await work.tx.select({ status: samples.status }).from(samples).where(present).for("update");
  if (before?.status !== "uploaded" && before?.status !== "processing") return null;
  const failureCode: AnalysisFailureCode = "cancelled";
  const cleared = { runId: null, leaseUntil: null, queuedAt: null };
  const [row] = await work.tx
    .update(samples)
    .set({ ...cleared, ...endedWithoutResult, failureCode })
    .where(present)
    .returning({ ownerId: samples.ownerId, status: samples.status });
  if (!row) return null;
  work.publish("sample.status_changed", { sampleId, ...row });
  return before.status;
}
