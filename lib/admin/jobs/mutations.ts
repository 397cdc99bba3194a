import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { samples } from "@/db/schema/samples";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { setAnalysisPaused } from "@/lib/pipeline/queue/writes";
import { cancelAnalysis } from "@/lib/pipeline/runs/writes";
import { retryFailed } from "@/lib/samples/writes";
import { inTransaction } from "@/lib/work/unit-of-work";
import { type JobId, jobSchema, type SetPaused, setPausedSchema } from "./schema";

/** Each retry gets its own audit entry, so one click retries at most this many. */
const RETRY_BATCH = 500;

/** Analyses a failed sample again, if its file is still there. */
export async function retryJob(ctx: Ctx, input: JobId): Promise<Result<null, "not_retriable">> {
  requirePermission(ctx.actor, "users:manage");
  const { sampleId } = jobSchema.parse(input);
  return (await retry(ctx, eq(samples.id, sampleId))) > 0 ? ok(null) : refused("not_retriable");
}

/** Retries analyses that failed through no fault of the file, or were stopped. The newest come first. */
export async function retryAllJobs(ctx: Ctx): Promise<Result<{ retried: number }>> {
  requirePermission(ctx.actor, "users:manage");
  const latest = sql`${samples.id} in (select id from ${samples} where status = 'failed' and object_key is not null
    and deleted_at is null and failure_code in ('internal', 'cancelled') order by status_changed_at desc limit ${RETRY_BATCH})`;
  return ok({ retried: await retry(ctx, latest) });
}

async function retry(ctx: Ctx, which: SQL): Promise<number> {
  return inTransaction(ctx, async (work) => {
    const retried = await retryFailed(work, which);
    for (const id of retried) work.audit({ action: "job.retried", target: { type: "sample", id } });
    return retried.length;
  });
}

/** Stops a waiting or running analysis. The file stays, and its owner may try again. */
export async function cancelJob(ctx: Ctx, input: JobId): Promise<Result<null, "not_under_way">> {
  requirePermission(ctx.actor, "users:manage");
  const { sampleId } = jobSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    const cancelled = await cancelAnalysis(work, sampleId);
    if (!cancelled) return refused("not_under_way");
    work.audit({
      action: "job.cancelled",
      target: { type: "sample", id: sampleId },
      before: { status: cancelled },
      after: { status: "failed" },
    });
    return ok(null);
  });
}

/** While paused, no analysis starts. Running ones finish; new uploads are accepted and wait. */
export async function setJobsPaused(ctx: Ctx, input: SetPaused): Promise<Result<null, "no_change">> {
  requirePermission(ctx.actor, "users:manage");
  const { paused } = setPausedSchema.parse(input);
  return inTransaction(ctx, async (work) => {
    if (!(await setAnalysisPaused(work, paused))) return refused("no_change");
    work.audit({
      action: paused ? "jobs.paused" : "jobs.resumed",
      before: { paused: !paused },
      after: { paused },
    });
    return ok(null);
  });
}
