import "server-only";
import { and, asc, count, desc, eq, ilike, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import { containing, type Page } from "@/lib/admin/page-query";
import { failureOf } from "@/lib/analysis/record/failures";
import type { Actor } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { analysisPausedSince } from "@/lib/pipeline/queue/data";
import type { JobRow, JobState, JobsQuery, QueueSummary } from "./schema";

const PAGE_SIZE = 50;
const RECENT_FAILURES = 8;

const STATUSES = { running: "processing", waiting: "uploaded", failed: "failed" } as const;
const STATE_OF = { processing: "running", uploaded: "waiting", failed: "failed" } as const;

const inState = (state: JobState, ...more: (SQL | undefined)[]) =>
  and(eq(samples.status, STATUSES[state]), isNull(samples.deletedAt), ...more);

const columns = {
  sampleId: samples.id,
  fileName: samples.fileName,
  sizeBytes: samples.sizeBytes,
  owner: { id: users.id, name: users.name, email: users.email },
  attempts: samples.attempts,
  status: samples.status,
  statusChangedAt: samples.statusChangedAt,
  leaseUntil: samples.leaseUntil,
  failureCode: samples.failureCode,
  isRetriable: sql<boolean>`${samples.status} = 'failed' and ${samples.objectKey} is not null`,
};

const selectJobs = () => db().select(columns).from(samples).innerJoin(users, eq(users.id, samples.ownerId)).$dynamic();
type StoredJob = Awaited<ReturnType<typeof selectJobs>>[number];

function toJob({ status, statusChangedAt, leaseUntil, failureCode, ...row }: StoredJob): JobRow[] {
  if (status === "uploading" || status === "completed") return [];
  return [
    {
      ...row,
      state: STATE_OF[status],
      since: statusChangedAt.toISOString(),
      leaseUntil: leaseUntil?.toISOString() ?? null,
      failure: failureCode === null ? null : failureOf(failureCode),
    },
  ];
}

/** All analyses in one state. Waiting ones are in queue order, the others newest first. */
export async function listJobs(actor: Actor, { state, q, page }: JobsQuery): Promise<Page<JobRow>> {
  requirePermission(actor, "system:observe");
  const text = containing(q);
  const found =
    q === "" ? undefined : or(ilike(samples.fileName, text), ilike(users.email, text), ilike(users.name, text));
  const which = inState(state, found);
  const order = state === "waiting" ? asc(samples.statusChangedAt) : desc(samples.statusChangedAt);
  const [rows, [counted]] = await Promise.all([
    selectJobs()
      .where(which)
      .orderBy(order, desc(samples.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE),
    db().select({ total: count() }).from(samples).innerJoin(users, eq(users.id, samples.ownerId)).where(which),
  ]);
  return { rows: rows.flatMap(toJob), total: counted?.total ?? 0, page, pageSize: PAGE_SIZE };
}

export async function listRecentFailures(actor: Actor): Promise<JobRow[]> {
  requirePermission(actor, "system:observe");
  const rows = await selectJobs()
    .where(inState("failed"))
    .orderBy(desc(samples.statusChangedAt))
    .limit(RECENT_FAILURES);
  return rows.flatMap(toJob);
}

export async function summariseQueue(actor: Actor): Promise<QueueSummary> {
  requirePermission(actor, "system:observe");
  const since = sql`${samples.statusChangedAt} > now() - interval '24 hours'`;
  const number = (which: SQL | undefined) => sql<number>`(count(*) filter (where ${which}))::int`;
  const [[row], pausedSince] = await Promise.all([
    db()
      .select({
        running: number(inState("running")),
        waiting: number(inState("waiting")),
        failed: number(inState("failed")),
        failedToday: number(inState("failed", since)),
        completedToday: number(and(eq(samples.status, "completed"), since)),
        oldestWaitSeconds: sql<number | null>`extract(epoch from now() - min(${samples.statusChangedAt})
          filter (where ${inState("waiting")}))::float8`,
      })
      .from(samples),
    analysisPausedSince(),
  ]);
  const {
    running = 0,
    waiting = 0,
    failed = 0,
    failedToday = 0,
    completedToday = 0,
    oldestWaitSeconds = null,
  } = row ?? {};
  return {
    counts: { running, waiting, failed },
    failedToday,
    completedToday,
    oldestWaitSeconds,
    pausedSince: pausedSince?.toISOString() ?? null,
  };
}
