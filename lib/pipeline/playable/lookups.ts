import "server-only";
import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { samples } from "@/db/schema/samples";
import { PLAYABLE_VERSION } from "@/lib/analysis/playable/playback";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import type { Lane } from "@/lib/events/sample-event";

/** An analysed sample for which it is not decided how it is heard. */
export interface UndecidedSample {
  sampleId: string;
  ownerId: string;
  sha256: string;
  originalKey: string | null;
  sizeBytes: number;
  /** Null if its size tells it. */
  lane: Lane | null;
  /** How often a worker failed to copy it. */
  tries: number;
  container: AnalysisRecord["container"];
  codec: string;
  channels: number;
  sampleRateHz: number;
  durationSeconds: number;
  hasGap: boolean;
  isJoined: boolean;
}

const fromRecord = <T>(name: "container" | "codec" | "channels" | "sampleRateHz") =>
  sql<T>`${analyses.record} ->> ${sql.raw(`'${name}'`)}`;

const selectUndecided = () =>
  db()
    .select({
      sampleId: analyses.sampleId,
      ownerId: samples.ownerId,
      sha256: analyses.sha256,
      originalKey: samples.objectKey,
      sizeBytes: samples.sizeBytes,
      lane: samples.lane,
      tries: analyses.playableTries,
      container: fromRecord<AnalysisRecord["container"]>("container"),
      codec: fromRecord<string>("codec"),
      channels: fromRecord("channels").mapWith(Number),
      sampleRateHz: fromRecord("sampleRateHz").mapWith(Number),
      durationSeconds: analyses.durationSeconds,
      hasGap: sql<boolean>`jsonb_path_exists(${analyses.record}, '$.partial[*] ? (@.reason == "damaged" || @.reason == "unsupported")')`,
      isJoined: sql<boolean>`coalesce((${analyses.record} ->> 'isJoined')::boolean, false)`,
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

/**
 * Samples that were analysed before there was this rule, or put off. Those that were tried least often come first, and
 * among them chance decides, so that none that fails holds up the others.
 */
export async function listUndecided(limit: number): Promise<UndecidedSample[]> {
  return selectUndecided()
    .where(and(isUndecided, eq(samples.status, "completed"), isNull(samples.deletedAt)))
    .orderBy(asc(analyses.playableTries), sql`random()`)
    .limit(limit);
}
