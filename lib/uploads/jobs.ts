import "server-only";
import { and, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import { asSystem } from "@/lib/audit/sources";
import { removeSamples } from "@/lib/samples/writes";
import { inTransaction } from "@/lib/work/unit-of-work";

const EXPIRE_BATCH = 200;

/** Removes uploads that were not finished in time. Returns how many. */
export async function expireUploads(): Promise<number> {
  const expired = await db()
    .select({ sampleId: uploads.sampleId })
    .from(uploads)
    .where(and(isNull(uploads.completedAt), lt(uploads.expiresAt, sql`now()`)))
    .limit(EXPIRE_BATCH);
  if (expired.length === 0) return 0;
  const ids = expired.map(({ sampleId }) => sampleId);
  const unfinished = and(inArray(samples.id, ids), eq(samples.status, "uploading"));
  return inTransaction(asSystem(), (work) => removeSamples(work, unfinished));
}
