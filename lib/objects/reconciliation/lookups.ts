import "server-only";
import { and, asc, gt, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { objectDeletions } from "@/db/schema/object-deletions";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";

const ROWS_PER_READ = 1_000;
/** A row this young may be newer than the listing of its object. */
const SETTLED_SECONDS = 60 * 60;

/** Those of the keys that are recorded for deletion, and whether as orphans. */
export async function findRecorded(keys: string[]): Promise<Map<string, { isOrphan: boolean }>> {
  const { objectKey, isOrphan } = objectDeletions;
  const rows = await db().select({ objectKey, isOrphan }).from(objectDeletions).where(inArray(objectKey, keys));
  return new Map(rows.map((row) => [row.objectKey, row]));
}

/** Multipart uploads, of these, that are open or recorded for deletion. */
export async function findOpenMultiparts(ids: string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const column of [uploads.multipartUploadId, objectDeletions.multipartUploadId]) {
    const rows = await db().select({ id: column }).from(column.table).where(inArray(column, ids));
    for (const { id } of rows) known.add(String(id));
  }
  return known;
}

export interface StoredOriginal {
  sampleId: string;
  objectKey: string;
  missingAt: Date | null;
}

/** Every sample whose original should be in storage, in the order in which storage lists its keys. */
export async function* readOriginals(): AsyncGenerator<StoredOriginal> {
  const byKey = sql`${samples.objectKey} collate "C"`;
  const settled = lt(samples.statusChangedAt, sql`now() - make_interval(secs => ${SETTLED_SECONDS})`);
  for (let after = ""; ; ) {
    const rows = await db()
      .select({
        sampleId: samples.id,
        objectKey: sql<string>`${samples.objectKey}`,
        missingAt: samples.originalMissingAt,
      })
      .from(samples)
      .where(and(isNotNull(samples.objectKey), isNull(samples.deletedAt), settled, gt(byKey, after)))
      .orderBy(asc(byKey))
      .limit(ROWS_PER_READ);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_PER_READ) return;
    after = last.objectKey;
  }
}
