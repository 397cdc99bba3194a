import "server-only";
import { and, desc, eq, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { fileTags } from "@/db/schema/file-tags";
import { samples } from "@/db/schema/samples";
import { FILE_TAGS_VERSION } from "@/lib/analysis/file-tags/constants";

/** A sample whose file was not yet asked what it says about itself, or by an older reader. */
export interface UnreadSample {
  sampleId: string;
  ownerId: string;
  sha256: string;
  objectKey: string;
}

const columns = {
  sampleId: samples.id,
  ownerId: samples.ownerId,
  sha256: samples.sha256,
  objectKey: sql<string>`${samples.objectKey}`,
};

const isUnread = () => {
  const isRead = and(
    eq(fileTags.sampleId, samples.id),
    eq(fileTags.sha256, samples.sha256),
    sql`${fileTags.readerVersion} >= ${FILE_TAGS_VERSION}`,
  );
  const read = db().select({ one: sql`1` }).from(fileTags).where(isRead);
  return and(isNotNull(samples.objectKey), isNull(samples.originalMissingAt), notExists(read));
};

/** Returns null if it is read, or if there is nothing to read. */
export async function findUnread(sampleId: string): Promise<UnreadSample | null> {
  const [found] = await db()
    .select(columns)
    .from(samples)
    .where(and(eq(samples.id, sampleId), isUnread()));
  return found ?? null;
}

/** Analysed samples whose tags are not read, the newest first. */
export async function listUnread(limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: samples.id })
    .from(samples)
    .where(and(eq(samples.status, "completed"), isNull(samples.deletedAt), isUnread()))
    .orderBy(desc(samples.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
