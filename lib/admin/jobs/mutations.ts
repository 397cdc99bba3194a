import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { recordAudit } from "@/lib/audit/mutations";
import { ok, type Result, refused } from "@/lib/errors";
import type { Ctx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cancelAnalysis, queueWaiting, setAnalysisPaused } from "@/lib/pipeline/mutations";
import { retryFailed } from "@/lib/samples/mutations";
import { type JobId, jobSchema, type SetPaused, setPausedSchema } from "./schema";

/** Each is audited by itself, so one press takes no more than this. */
const RETRY_BATCH = 500;

/** Analyses somebody's failed sample once more, as long as its file is still there. */
export async function retryJob(ctx: Ctx, input: JobId): Promise<Result<null, "not_retriable">> {
  requirePermission(ctx.actor, "users:manage");
  const { sampleId } = jobSchema.parse(input);
  const retried = await retryFailed(eq(samples.id, sampleId), (tx) =>
    recordAudit(tx, ctx, { action: "job.retried", target: { type: "sample", id: sampleId } }),
  );
  return retried > 0 ? ok(null) : refused("not_retriable");
}

/** Once more for everything that failed through no fault of its file, or was stopped; the latest first. */
export async function retryAllJobs(ctx: Ctx): Promise<Result<{ retried: number }>> {
  requirePermission(ctx.actor, "users:manage");
  const latest = sql`${samples.id} in (select id from ${samples} where status = 'failed' and object_key is not null
    and deleted_at is null and failure_code in ('internal', 'cancelled') order by status_changed_at desc limit ${RETRY_BATCH})`;
  const retried = await retryFailed(latest, (tx, id) =>
    recordAudit(tx, ctx, { action: "job.retried", target: { type: "sample", id } }),
  );
  return ok({ retried });
}

/** Stops an analysis that waits or runs. The file stays, and its owner may try again. */
export async function cancelJob(ctx: Ctx, input: JobId): Promise<Result<null, "not_under_way">> {
  requirePermission(ctx.actor, "users:manage");
  const { sampleId } = jobSchema.parse(input);
  return db().transaction(async (tx) => {
    const cancelled = await cancelAnalysis(tx, sampleId);
    if (!cancelled) return refused("not_under_way");
    await recordAudit(tx, ctx, {
      action: "job.cancelled",
      target: { type: "sample", id: sampleId },
      before: { status: cancelled.status },
      after: { status: "failed" },
    });
    return ok(null);
  });
}

/** While paused no analysis begins; what runs is finished, and uploads are taken and wait. */
export async function setJobsPaused(ctx: Ctx, input: SetPaused): Promise<Result<null, "no_change">> {
  requirePermission(ctx.actor, "users:manage");
  const { paused } = setPausedSchema.parse(input);
  const changed = await db().transaction(async (tx) => {
    if (!(await setAnalysisPaused(tx, paused))) return false;
    await recordAudit(tx, ctx, {
      action: paused ? "jobs.paused" : "jobs.resumed",
      before: { paused: !paused },
      after: { paused },
    });
    return true;
  });
  if (!changed) return refused("no_change");
  // The sweep's work, now rather than at the next minute.
  if (!paused) await queueWaiting();
  return ok(null);
}
