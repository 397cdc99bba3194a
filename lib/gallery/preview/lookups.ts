import "server-only";
import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { publications } from "@/db/schema/publications";
import { samples } from "@/db/schema/samples";
import { PREVIEW_VERSION } from "@/lib/gallery/constants";

/** A publication of which strangers hear nothing yet, or a copy of an older rule. */
export interface UnpreparedPublication {
  id: string;
  ownerId: string;
  allowsDownload: boolean;
  originalKey: string;
  sha256: string;
  seconds: number;
  sizeBytes: number;
  channels: number;
  sampleRateHz: number;
}

const isUnprepared = and(
  eq(publications.state, "public"),
  ne(publications.previewVersion, PREVIEW_VERSION),
  isNull(samples.deletedAt),
  isNotNull(samples.objectKey),
);

const selectUnprepared = () =>
  db()
    .select({
      id: publications.id,
      ownerId: publications.ownerId,
      allowsDownload: publications.allowsDownload,
      originalKey: sql<string>`${samples.objectKey}`,
      sha256: analyses.sha256,
      seconds: analyses.durationSeconds,
      sizeBytes: samples.sizeBytes,
      channels: sql<number>`(${analyses.record} ->> 'channels')::int`,
      sampleRateHz: sql<number>`(${analyses.record} ->> 'sampleRateHz')::float8`,
    })
    .from(publications)
    .innerJoin(samples, eq(samples.id, publications.sampleId))
    .innerJoin(analyses, eq(analyses.sampleId, publications.sampleId))
    .$dynamic();

/** Null if there is nothing to do. */
export async function findUnprepared(id: string): Promise<UnpreparedPublication | null> {
  const [found] = await selectUnprepared().where(and(isUnprepared, eq(publications.id, id)));
  return found ?? null;
}

/**
 * Those that were published longer ago than their own job takes. Chance decides between them, so that none that fails
 * holds up the others.
 */
export async function listUnprepared(limit: number): Promise<string[]> {
  const isOld = sql`${publications.updatedAt} < now() - interval '2 minutes'`;
  const rows = await selectUnprepared().where(and(isUnprepared, isOld)).orderBy(sql`random()`).limit(limit);
  return rows.map(({ id }) => id);
}
