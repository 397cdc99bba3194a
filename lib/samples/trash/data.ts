import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import type { ActorId } from "@/lib/identity/actor";
import { UNDO_WINDOW_SECONDS } from "@/lib/samples/constants";
import type { SamplePosition, TrashedSample } from "@/lib/samples/schema";

/** A Date would lose the microseconds. */
const exactDeletion = sql<string>`to_char(${samples.deletedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const goesAt = sql`${samples.deletedAt} + make_interval(secs => ${UNDO_WINDOW_SECONDS})`.mapWith(samples.createdAt);

/** One page of the deleted samples that can still be restored, the last deleted first. */
export async function listTrashPage(
  owner: ActorId,
  { limit, after }: { limit: number; after: SamplePosition | null },
): Promise<{ rows: TrashedSample[]; next: SamplePosition | null }> {
  const isFurther =
    after && sql`(${samples.deletedAt}, ${samples.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`;
  const { id, fileName, folderPath, sizeBytes } = samples;
  const found = await db()
    .select({ id, fileName, folderPath, sizeBytes, deletedAt: exactDeletion, goesAt })
    .from(samples)
    .where(and(eq(samples.ownerId, owner), gt(goesAt, sql`now()`), isFurther ?? undefined))
    .orderBy(desc(samples.deletedAt), desc(samples.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const next = found.length > limit && last ? { createdAt: last.deletedAt, id: last.id } : null;
  const rows = shown.map((row) => ({
    ...row,
    deletedAt: new Date(row.deletedAt).toISOString(),
    goesAt: row.goesAt.toISOString(),
  }));
  return { rows, next };
}
