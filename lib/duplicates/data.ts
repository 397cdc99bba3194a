import "server-only";
import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { PlannedOnce } from "@/db/planned-once";
import { analyses } from "@/db/schema/analyses";
import { sampleDuplicates } from "@/db/schema/duplicates";
import { fileTags } from "@/db/schema/file-tags";
import { recordingPrints } from "@/db/schema/recording-prints";
import { samples } from "@/db/schema/samples";
import type { ActorId } from "@/lib/identity/actor";
import { LOOKUP_VERSION, MEMBERS_MAX } from "./constants";
import { keepBest } from "./keep-best";
import type { DuplicateGroup, DuplicateKind, DuplicateMember, DuplicateProgress } from "./schema";

/** Groups of one kind, or of all, the newest first. `next` is the id that the following page begins after. */
export async function listDuplicateGroups(
  owner: ActorId,
  { kind, limit, after }: { kind: DuplicateKind | null; limit: number; after: string | null },
): Promise<{ groups: DuplicateGroup[]; next: string | null }> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select found.group_id as id from ${sampleDuplicates} found
    join ${samples} on samples.id = found.sample_id and samples.deleted_at is null
    where found.owner_id = ${owner}
      ${kind === null ? sql`` : sql`and found.level = ${kind === "near" ? "near" : "recording"}`}
      ${after === null ? sql`` : sql`and found.group_id < ${after}::uuid`}
    group by found.group_id
    having count(*) > 1 ${ofKind(kind)}
    order by found.group_id desc limit ${limit + 1}`);
  const ids = rows.slice(0, limit).map(({ id }) => id);
  const groups = await readGroups(owner, ids);
  return { groups, next: rows.length > limit ? (ids.at(-1) ?? null) : null };
}

const ofKind = (kind: DuplicateKind | null) => {
  if (kind === "bytes") return sql`and count(distinct samples.sha256) = 1`;
  return kind === "recording" ? sql`and count(distinct samples.sha256) > 1` : sql``;
};

/** The groups of one sample: what is the same, and what is nearly the same. Null if the owner has no such sample. */
export async function findDuplicates(owner: ActorId, sampleId: string): Promise<DuplicateGroup[] | null> {
  const mine = and(eq(samples.id, sampleId), eq(samples.ownerId, owner), isNull(samples.deletedAt));
  const [sample] = await db().select({ id: samples.id }).from(samples).where(mine);
  if (!sample) return null;
  const { groupId, ownerId } = sampleDuplicates;
  const rows = await db()
    .select({ groupId })
    .from(sampleDuplicates)
    .where(and(eq(sampleDuplicates.sampleId, sampleId), eq(ownerId, owner)));
  return readGroups(
    owner,
    rows.map((row) => row.groupId),
  );
}

/**
 * The group of the same recording for each of these samples that is in one, so that a list can show one of each. Others
 * of the group may be in the trash.
 */
export async function recordingOf(owner: ActorId, sampleIds: readonly string[]): Promise<Map<string, string>> {
  if (sampleIds.length === 0) return new Map();
  return new Map((await recordings.rows(owner, sampleIds)).map((row) => [row.sampleId, row.groupId]));
}

const recordings = new PlannedOnce<{ sampleId: string; groupId: string }>(
  "recordings of samples",
  `select sample_id as "sampleId", group_id as "groupId" from sample_duplicates
   where sample_id = any($2::uuid[]) and owner_id = $1::uuid and level = 'recording'`,
);

/** How many of the owner's samples were looked up for duplicates, and how many wait. */
export async function findDuplicateProgress(owner: ActorId): Promise<DuplicateProgress> {
  const isDone = sql`${recordingPrints.sha256} = ${samples.sha256} and ${recordingPrints.version} = ${LOOKUP_VERSION}`;
  const [row] = await db()
    .select({
      lookedUp: sql<number>`(count(*) filter (where ${isDone}))::int`,
      waiting: sql<number>`(count(*) filter (where (${isDone}) is not true))::int`,
    })
    .from(samples)
    .leftJoin(recordingPrints, eq(recordingPrints.sampleId, samples.id))
    .where(and(eq(samples.ownerId, owner), eq(samples.status, "completed"), isNull(samples.deletedAt)));
  return row ?? { lookedUp: 0, waiting: 0 };
}

const recorded = <T>(name: string) => sql<T | null>`${analyses.record} ->> ${name}::text`;
const { title, artist, album, year, bpm, keyTonic, comment, rating, genres } = fileTags;

/** The members of these groups outside the trash, the oldest first, with what is known of the whole group. */
const membersOf = (owner: ActorId, ids: readonly string[]) =>
  db()
    .select({
      sampleId: sampleDuplicates.sampleId,
      groupId: sampleDuplicates.groupId,
      level: sampleDuplicates.level,
      place: sql<number>`(row_number() over (partition by ${sampleDuplicates.groupId} order by ${samples.id}))::int`.as(
        "place",
      ),
      size: sql<number>`(count(*) over (partition by ${sampleDuplicates.groupId}))::int`.as("size"),
      isSame: sql<boolean>`min(${samples.sha256}) over (partition by ${sampleDuplicates.groupId})
        = max(${samples.sha256}) over (partition by ${sampleDuplicates.groupId})`.as("is_same"),
    })
    .from(sampleDuplicates)
    .innerJoin(samples, eq(samples.id, sampleDuplicates.sampleId))
    .where(
      and(inArray(sampleDuplicates.groupId, [...ids]), eq(sampleDuplicates.ownerId, owner), isNull(samples.deletedAt)),
    )
    .as("members");

/**
 * Groups that have two members or more outside the trash, in the order of the ids. Of a group of thousands, the oldest
 * are read, and one of them is kept.
 */
async function readGroups(owner: ActorId, ids: readonly string[]): Promise<DuplicateGroup[]> {
  if (ids.length === 0) return [];
  const members = membersOf(owner, ids);
  const rows = await db()
    .select({
      groupId: members.groupId,
      level: members.level,
      size: members.size,
      isSame: members.isSame,
      id: samples.id,
      fileName: samples.fileName,
      folderPath: samples.folderPath,
      sizeBytes: samples.sizeBytes,
      createdAt: samples.createdAt,
      durationSeconds: analyses.durationSeconds,
      container: recorded<string>("container"),
      codec: recorded<string>("codec"),
      sampleRateHz: sql<number | null>`(${recorded("sampleRateHz")})::int`,
      channels: sql<number | null>`(${recorded("channels")})::int`,
      isFavourite: sql<boolean>`${samples.favouritedAt} is not null`,
      tags: sql<string[]>`array(
        select unnest(${analyses.tags}) union
        select tag from sample_tags own where own.sample_id = ${samples.id} and own.verdict in ('given', 'accepted')
        except select tag from sample_tags own where own.sample_id = ${samples.id} and own.verdict = 'removed'
      )`,
      filledFields: sql<number>`num_nonnulls(${title}, ${artist}, ${album}, ${year}, ${bpm}, ${keyTonic}, ${comment},
        ${rating}) + (coalesce(cardinality(${genres}), 0) > 0)::int`,
    })
    .from(members)
    .innerJoin(samples, eq(samples.id, members.sampleId))
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(lte(members.place, MEMBERS_MAX))
    .orderBy(asc(samples.id));
  return ids.flatMap((id) => {
    const found = rows.filter(({ groupId }) => groupId === id);
    const suggestion = keepBest(found.map(toMember));
    const [first] = found;
    if (found.length < 2 || !first || !suggestion) return [];
    const kind: DuplicateKind = first.level === "near" ? "near" : first.isSame ? "bytes" : "recording";
    return [{ id, kind, members: found.map(toMember), size: first.size, suggestion }];
  });
}

interface MemberRow extends Omit<DuplicateMember, "createdAt"> {
  groupId: string;
  level: string;
  size: number;
  isSame: boolean;
  createdAt: Date;
}

function toMember({ groupId, level, size, isSame, createdAt, ...member }: MemberRow): DuplicateMember {
  return { ...member, createdAt: createdAt.toISOString() };
}
