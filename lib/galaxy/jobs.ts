import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { allowLongStatements, db } from "@/db/client";
import { galaxies } from "@/db/schema/galaxies";
import { systemSettings } from "@/db/schema/system-settings";
import { asSystem } from "@/lib/audit/sources";
import { isFlagOn } from "@/lib/flags/data";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import { logger } from "@/lib/platform/logger";
import { vectorsInBatches } from "@/lib/similarity/lookups";
import { inTransaction } from "@/lib/work/unit-of-work";
import { GALAXY_POINTS_MAX, GALAXY_REVISION, NEW_SHARE } from "./constants";
import type { OldLayout } from "./layout/lay-out";
import { layOutInProcess } from "./layout-process/client";
import {
  countPlaces,
  type FoundOwner,
  findChanged,
  findGalaxy,
  findLayoutsWanted,
  findPlaces,
  findUnplaced,
} from "./lookups";
import { placeSamples } from "./placing/jobs";
import { soundOf } from "./sound-vectors";
import { holdLayout, type Placed, writeLayout } from "./writes";

/** Any number, as long as every process uses the same. */
const LOCK = 7_267_646;
const PLACED_A_STEP = 200;
const LAID_OUT_AT_ONCE = 2000;
/** Some of them may have the galaxy switched off. */
const OWNERS_ASKED = 1000;

/** Owners whose places may not be those of their sounds any more. Those for whom the galaxy is switched off go on waiting. */
export const listChanged = async (limit: number): Promise<string[]> =>
  havingFlag(await findChanged(OWNERS_ASKED), limit);

/**
 * Notes whose documents have changed since the last time. Documents are followed by their revision, so nothing that was
 * uploaded, heard anew or deleted is forgotten, and nobody whose library is as it was is looked at.
 */
export async function noteChanges(): Promise<number> {
  return inTransaction(asSystem(), async ({ tx }) => {
    await allowLongStatements(tx);
    const { rows } = await tx.execute<{ locked: boolean; since: string; last: string }>(sql`
      select pg_try_advisory_xact_lock(${LOCK}) as locked,
        coalesce((select value #>> '{}' from system_settings where name = ${GALAXY_REVISION}), '0') as since,
        coalesce((select max(revision) from search_documents), 0)::text as last`);
    const [{ locked, since, last } = { locked: false, since: "0", last: "0" }] = rows;
    if (!locked || since === last) return 0;
    // A database that was restored from a copy counts anew.
    const from = Number(since) > Number(last) ? 0 : Number(since);
    const { rowCount } = await tx.execute(sql`
      insert into galaxies (owner_id, changed_at)
      select u.id, now() from users u where u.id in (
        select d.owner_id from search_documents d where d.revision > ${from} and d.revision <= ${Number(last)})
      order by u.id
      on conflict (owner_id) do update set changed_at = excluded.changed_at`);
    const row = { name: GALAXY_REVISION, value: Number(last), updatedAt: new Date() };
    await tx.insert(systemSettings).values(row).onConflictDoUpdate({ target: systemSettings.name, set: row });
    return rowCount ?? 0;
  });
}

/**
 * Gives some new samples of a person their places, or asks for a layout of all if there are too many of them. Returns
 * whether there is more to do. Killed at any moment, it goes on where it was.
 */
export async function followGalaxy(ownerId: string): Promise<{ isMore: boolean }> {
  const galaxy = await findGalaxy(ownerId);
  if (!galaxy?.changedAt) return { isMore: false };
  const { sounds, placed, added } = await countPlaces(ownerId);
  const room = GALAXY_POINTS_MAX - placed;
  const unplaced = await findUnplaced(ownerId, Math.max(0, Math.min(room, GALAXY_POINTS_MAX)));
  if (unplaced.length > 0) {
    const isLayoutDue = galaxy.layout === 0 || unplaced.length + added > NEW_SHARE * sounds;
    if (!isLayoutDue) {
      const now = unplaced.slice(0, PLACED_A_STEP);
      const done = await placeSamples(ownerId, { ...galaxy, unplaced: unplaced.length }, now);
      return { isMore: done > 0 && (done < now.length || unplaced.length > now.length) };
    }
    await wantLayout(ownerId);
    // A moment's work: whoever has just begun a library need not wait for those with large ones.
    if (sounds <= LAID_OUT_AT_ONCE) await layOutGalaxy(ownerId);
  }
  // Unless something has changed in the meantime.
  const isSame = and(eq(galaxies.ownerId, ownerId), sql`${galaxies.changedAt} = ${galaxy.changedAt}::timestamptz`);
  await db().update(galaxies).set({ changedAt: null }).where(isSame);
  return { isMore: false };
}

async function wantLayout(ownerId: string): Promise<void> {
  const since = sql`coalesce(${galaxies.layoutWantedAt}, now())`;
  await db().update(galaxies).set({ layoutWantedAt: since }).where(eq(galaxies.ownerId, ownerId));
}

/** Owners who wait for a layout. Those for whom the galaxy is switched off go on waiting. */
export async function listLayoutsWanted(limit: number): Promise<string[]> {
  return havingFlag(await findLayoutsWanted(OWNERS_ASKED), limit);
}

async function havingFlag(owners: readonly FoundOwner[], limit: number): Promise<string[]> {
  const having: string[] = [];
  for (const owner of owners) {
    if (having.length === limit) break;
    if (await isFlagOn(actorOnBehalfOf(owner), "galaxy")) having.push(owner.id);
  }
  return having;
}

/**
 * Lays all samples of a person out, near their old places if they had some. Everything is written at the end, in one
 * transaction: killed before, it is done again with the same result. Returns how many points there are; null if it was
 * not wanted any more, or failed: then it is tried again after all others.
 */
export async function layOutGalaxy(ownerId: string): Promise<number | null> {
  const galaxy = await findGalaxy(ownerId);
  if (!galaxy?.isLayoutWanted) return null;
  try {
    const { ids, sounds, vectors } = await readSounds(ownerId);
    const old = galaxy.layout === 0 ? null : await readOld(ownerId, ids, galaxy.scale);
    const { places, scale } = await layOutInProcess({ vectors, old });
    const placed = ids.map((sampleId, i): Placed => {
      const [x = 0, y = 0, z = 0] = places.subarray(i * 3, i * 3 + 3);
      return { sampleId, sound: sounds[i] ?? 0, x, y, z };
    });
    return await inTransaction(asSystem(), async (work) => {
      if (!(await holdLayout(work, ownerId, galaxy.layout))) return null;
      await writeLayout(work, { ownerId, layout: galaxy.layout, scale, placed });
      work.publish("galaxy.changed", { ownerId, layout: galaxy.layout + 1 });
      return placed.length;
    });
  } catch (error) {
    logger().error({ err: error, ownerId }, "a galaxy could not be laid out");
    await db().update(galaxies).set({ layoutWantedAt: sql`now()` }).where(eq(galaxies.ownerId, ownerId));
    return null;
  }
}

async function readSounds(ownerId: string) {
  const ids: string[] = [];
  const sounds: number[] = [];
  const vectors: Buffer[] = [];
  for await (const rows of vectorsInBatches(ownerId, [], new Set())) {
    for (const { sampleId, vector } of rows.slice(0, GALAXY_POINTS_MAX - ids.length)) {
      ids.push(sampleId);
      sounds.push(soundOf(vector));
      vectors.push(vector);
    }
    if (ids.length === GALAXY_POINTS_MAX) break;
  }
  return { ids, sounds, vectors: Buffer.concat(vectors) };
}

async function readOld(ownerId: string, ids: readonly string[], scale: number): Promise<OldLayout> {
  const places = new Float32Array(ids.length * 3).fill(Number.NaN);
  const indexes = new Map(ids.map((id, index) => [id, index]));
  for (const { sampleId, x, y, z } of await findPlaces(ownerId)) {
    const index = indexes.get(sampleId);
    if (index !== undefined) places.set([x, y, z], index * 3);
  }
  return { places, scale };
}
