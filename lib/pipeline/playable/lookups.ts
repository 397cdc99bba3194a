import "server-only";
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { PLAYABLE_VERSION } from "@/lib/analysis/playable/playback";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";

/** An analysed sample for which it is not decided how it is heard. */
export interface UndecidedSample {
  sampleId: string;
  ownerId: string;
  sha256: string;
  originalKey: string | null;
  container: AnalysisRecord["container"];
  codec: string;
  channels: number;
  isPartial: boolean;
}

const fromRecord = <T>(name: "container" | "codec" | "channels") =>
  sql<T>`${analyses.record} ->> ${sql.raw(`'${name}'`)}`;

const selectUndecided = () =>
  db()
    .select({
      sampleId: analyses.sampleId,
      ownerId: samples.ownerId,
      sha256: analyses.sha256,
      originalKey: samples.objectKey,
      container: fromRecord<AnalysisRecord["container"]>("container"),
      codec: fromRecord<string>("codec"),
      channels: fromRecord("channels").mapWith(Number),
      isPartial: sql<boolean>`coalesce(jsonb_array_length(${analyses.record} -> 'partial') > 0, false)`,
    })
    .from(analyses)
    .innerJoin(samples, eq(samples.id, analyses.sampleId))
    .$dynamic();

const isUndecided = lt(analyses.playableVersion, PLAYABLE_VERSION);

/** Returns null if it is decided, or if the sample is not analysed. */
export async function findUndecided(sampleId: string): Promise<UndecidedSample | null> {
  const [found] = await selectUndecided().where(and(eq(analyses.sampleId, sampleId), isUndecided));
  return found ?? null;
}

/** Samples that were analysed before there was this rule, the newest first. */
export async function listUndecided(limit: number): Promise<UndecidedSample[]> {
  return selectUndecided()
    .where(and(isUndecided, eq(samples.status, "completed"), isNull(samples.deletedAt)))
    .orderBy(desc(analyses.createdAt))
    .limit(limit);
}
