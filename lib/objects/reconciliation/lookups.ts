import "server-only";
import { and, asc, gt, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { dataExports } from "@/db/schema/data-exports";
import { fileTags } from "@/db/schema/file-tags";
import { objectDeletions } from "@/db/schema/object-deletions";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import type { ObjectPrefix } from "@/lib/objects/object-keys";

const ROWS_PER_READ = 1_000;
/** A row this young may be newer than the listing of its object. */
const SETTLED_SECONDS = 60 * 60;

/**
 * Every column that keeps an object from being swept. A new column for keys belongs here, or the sweep would delete
 * what it names.
 */
export const REFERENCES: Readonly<Record<ObjectPrefix, readonly PgColumn[]>> = {
  "originals/": [samples.objectKey, uploads.objectKey],
  "artefacts/": [analyses.peaksKey, analyses.spectrogramKey, analyses.playableKey, fileTags.coverKey],
  "exports/": [dataExports.objectKey],
};

/** Those of the keys that a row names, or that are already recorded for deletion. */
export async function findReferenced(prefix: ObjectPrefix, keys: string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const column of [...REFERENCES[prefix], objectDeletions.objectKey]) {
    const rows = await db().selectDistinct({ key: column }).from(column.table).where(inArray(column, keys));
    for (const { key } of rows) named.add(String(key));
  }
  return named;
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
