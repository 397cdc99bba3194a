import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { samples } from "@/db/schema/samples";
import { storedKey } from "@/lib/downloads/data";
import type { ActorId } from "@/lib/identity/actor";

/** A level at which a sound has all its energy, and how far below it has none, if no score was measured. */
const FULL_LUFS = -5;
const RANGE_LU = 30;

const recorded = (path: string) => sql<number | null>`(${analyses.record} #>> ${path}::text[])::float8`;

/** How energetic samples are, 0–1: the measured score, else by their level. Of samples that the caller may see. */
export async function energiesOf(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({
      id: analyses.sampleId,
      score: recorded("{perceptual,energy}"),
      lufs: sql<number | null>`coalesce(${analyses.integratedLufs}, ${analyses.ungatedLufs})`,
    })
    .from(analyses)
    .where(inArray(analyses.sampleId, [...ids]));
  const byLevel = (lufs: number) => Math.min(1, Math.max(0, (lufs - FULL_LUFS + RANGE_LU) / RANGE_LU));
  return new Map(
    rows.flatMap(({ id, score, lufs }): [string, number][] => {
      const energy = score ?? (lufs === null ? null : byLevel(lufs));
      return energy === null ? [] : [[id, energy]];
    }),
  );
}

/**
 * What files for other programs say besides what a row has. Of one's own samples alone: what others wrote into their
 * files, and what was measured in them, is not shown to those who share a collection.
 */
export async function fileFactsOf(owner: ActorId, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db()
    .select({
      id: samples.id,
      isStored: sql<boolean>`${storedKey} is not null`,
      container: sql<string | null>`${analyses.record} ->> 'container'`,
      sampleRateHz: sql<number | null>`(${analyses.record} ->> 'sampleRateHz')::int`,
      firstBeatSeconds: sql<number | null>`coalesce(${recorded("{downbeats,0}")}, ${recorded("{beats,0}")})`,
      beatsPerBar: sql<number>`coalesce((${analyses.record} #>> '{meter,beatsPerBar}')::int, 4)`,
      artist: fileTags.artist,
      title: fileTags.title,
      album: fileTags.album,
      genre: sql<string | null>`${fileTags.genres}[1]`,
    })
    .from(samples)
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(and(eq(samples.ownerId, owner), inArray(samples.id, [...ids])));
}
