import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { samples } from "@/db/schema/samples";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { ActorId } from "@/lib/identity/actor";
import { coverVersion } from "@/lib/samples/cover-address";

const ownedBy = (owner: ActorId, id: string) =>
  and(eq(samples.id, id), eq(samples.ownerId, owner), isNull(samples.deletedAt));

/** The cover's object and version. Null if the sample has none. */
export async function findCover(owner: ActorId, id: string): Promise<{ key: string; version: string } | null> {
  const { coverKey, sha256, readerVersion } = fileTags;
  const [found] = await db()
    .select({ coverKey, sha256, readerVersion })
    .from(samples)
    .innerJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(ownedBy(owner, id));
  return found?.coverKey ? { key: found.coverKey, version: coverVersion(found) } : null;
}

/** Keys of an analysed sample's objects. */
export interface SampleObjects {
  fileName: string;
  sha256: string;
  analyserVersion: string;
  durationSeconds: number;
  sampleRateHz: number;
  channels: number;
  container: AnalysisRecord["container"];
  originalKey: string | null;
  /** What is heard in its place; null if the original plays everywhere. */
  playableKey: string | null;
  peaksKey: string;
  spectrogramKey: string;
}

export async function findSampleObjects(owner: ActorId, id: string): Promise<SampleObjects | null> {
  const [found] = await db()
    .select({
      fileName: samples.fileName,
      sha256: analyses.sha256,
      analyserVersion: analyses.analyserVersion,
      durationSeconds: analyses.durationSeconds,
      sampleRateHz: sql<number>`(${analyses.record} ->> 'sampleRateHz')::float8`,
      channels: sql<number>`(${analyses.record} ->> 'channels')::int`,
      container: sql<AnalysisRecord["container"]>`${analyses.record} ->> 'container'`,
      playableKey: analyses.playableKey,
      originalKey: sql<string | null>`case when ${samples.originalMissingAt} is null then ${samples.objectKey} end`,
      peaksKey: analyses.peaksKey,
      spectrogramKey: analyses.spectrogramKey,
    })
    .from(samples)
    .innerJoin(analyses, eq(analyses.sampleId, samples.id))
    .where(ownedBy(owner, id));
  return found ?? null;
}
