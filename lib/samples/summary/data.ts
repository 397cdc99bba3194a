import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { SAMPLE_STATUSES, type SampleStatus } from "@/lib/events/sample-event";
import type { ActorId } from "@/lib/identity/actor";
import type { DashboardSummary } from "@/lib/samples/schema";

/** How many samples somebody has in each status, and how much of them is stored and analysed. */
export async function countByStatus(
  owner: ActorId,
): Promise<Pick<DashboardSummary, "counts" | "storedBytes" | "analyzedSeconds">> {
  const rows = await db()
    .select({
      status: samples.status,
      count: sql<number>`count(*)::int`,
      storedBytes: sql<number>`coalesce(sum(${samples.sizeBytes}) filter (where ${isNotNull(samples.objectKey)}), 0)::float8`,
      analyzedSeconds: sql<number>`coalesce(sum(${analyses.durationSeconds}), 0)::float8`,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .where(and(eq(samples.ownerId, owner), isNull(samples.deletedAt)))
    .groupBy(samples.status);
  const counts = Object.fromEntries(SAMPLE_STATUSES.map((status) => [status, 0])) as Record<SampleStatus, number>;
  for (const row of rows) counts[row.status] = row.count;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    counts: { ...counts, total: sum((row) => row.count) },
    storedBytes: sum((row) => row.storedBytes),
    analyzedSeconds: sum((row) => row.analyzedSeconds),
  };
}
