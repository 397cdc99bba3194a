import "server-only";
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { db, type Executor } from "@/db/client";
import { galaxies, galaxyPoints } from "@/db/schema/galaxies";
import { users } from "@/db/schema/users";

export interface Galaxy {
  layout: number;
  scale: number;
  /** As the database writes it, to the microsecond. */
  changedAt: string | null;
  isLayoutWanted: boolean;
}

export interface Unplaced extends Record<string, unknown> {
  sampleId: string;
  /** Of the vector by which it is to be placed (`soundOf`). */
  sound: number;
}

const CHANGED_AT = sql<string | null>`${galaxies.changedAt}::text`;
/** The same as `soundOf`. */
const SOUND = sql`('x' || left(md5(v.vector), 8))::bit(32)::int`;
/** Samples of an owner that can be placed. */
const placeable = (ownerId: string) => sql`
  search_vectors v
  join search_documents d on d.sample_id = v.sample_id and d.owner_id = v.owner_id and not d.is_deleted
  join samples s on s.id = v.sample_id
  left join galaxy_points p on p.sample_id = v.sample_id
  where v.owner_id = ${ownerId}`;

export async function findGalaxy(ownerId: string, tx: Executor = db()): Promise<Galaxy | null> {
  const { layout, scale, layoutWantedAt } = galaxies;
  const [row] = await tx
    .select({ layout, scale, changedAt: CHANGED_AT, isLayoutWanted: sql<boolean>`${layoutWantedAt} is not null` })
    .from(galaxies)
    .where(eq(galaxies.ownerId, ownerId));
  return row ?? null;
}

/** With what decides whether they have the feature. */
export type FoundOwner = Awaited<ReturnType<typeof findSince>>[number];

/** Owners whose sounds have changed since they were compared with their places, the longest ago first. */
export const findChanged = (limit: number) => findSince(galaxies.changedAt, limit);

/** Owners who wait for a layout, the longest first. */
export const findLayoutsWanted = (limit: number) => findSince(galaxies.layoutWantedAt, limit);

async function findSince(since: typeof galaxies.changedAt | typeof galaxies.layoutWantedAt, limit: number) {
  return db()
    .select({ id: users.id, role: users.role, isDemo: users.isDemo })
    .from(galaxies)
    .innerJoin(users, eq(users.id, galaxies.ownerId))
    .where(isNotNull(since))
    .orderBy(asc(since))
    .limit(limit);
}

export async function findOwner(ownerId: string) {
  const [row] = await db()
    .select({ id: users.id, role: users.role, isDemo: users.isDemo })
    .from(users)
    .where(eq(users.id, ownerId));
  return row ?? null;
}

/** How many samples could have a place, have one, and got it since the last layout. */
export async function countPlaces(ownerId: string): Promise<{ sounds: number; placed: number; added: number }> {
  const { rows } = await db().execute<{ sounds: number; placed: number; added: number }>(sql`
    select count(*)::int as sounds, count(p.sample_id)::int as placed,
      (count(*) filter (where p.is_added))::int as added
    from ${placeable(ownerId)}`);
  return rows[0] ?? { sounds: 0, placed: 0, added: 0 };
}

/** Samples without a place, or with one of another sound, the oldest first. */
export async function findUnplaced(ownerId: string, limit: number): Promise<Unplaced[]> {
  const { rows } = await db().execute<Unplaced>(sql`
    select v.sample_id as "sampleId", ${SOUND} as sound
    from ${placeable(ownerId)} and p.sound is distinct from ${SOUND}
    order by v.sample_id limit ${limit}`);
  return rows;
}

export interface PlaceRow {
  sampleId: string;
  x: number;
  y: number;
  z: number;
}

/** The places of these samples that have one, or of all. */
export async function findPlaces(ownerId: string, ids?: readonly string[]): Promise<PlaceRow[]> {
  const { sampleId, x, y, z } = galaxyPoints;
  return db()
    .select({ sampleId, x, y, z })
    .from(galaxyPoints)
    .where(and(eq(galaxyPoints.ownerId, ownerId), ids ? sql`${sampleId} = any(${sql.param(ids)}::uuid[])` : undefined));
}
