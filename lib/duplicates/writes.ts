import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { sampleDuplicates } from "@/db/schema/duplicates";
import type { Work } from "@/lib/work/unit-of-work";
import { joinedGroups, namedGroups } from "./groups";
import { findLinked, findLinks } from "./lookups";

/** `recording` groups have what is the same; `near` groups also what sounds nearly the same. */
const LEVELS = ["recording", "near"] as const;
const ROWS_A_STATEMENT = 2000;
const STRENGTH = { bytes: 2, recording: 1, near: 0 } as const;

/** Lookups and dismissals of one owner go one after the other: of two new copies, one must see the other. */
export async function lockDuplicates(work: Work, ownerId: string): Promise<void> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtext('duplicates'), hashtext(${ownerId}))`);
}

/**
 * Makes the groups anew of everything that is linked with these samples. The owner's lock is held. Pages learn of the
 * samples whose group has changed.
 */
export async function regroup(work: Work, ownerId: string, ids: readonly string[]): Promise<void> {
  const linked = await findLinked(work.tx, ids);
  const { pairs, dismissed, members } = await findLinks(work.tx, linked);
  const changed = new Set<string>();
  for (const level of LEVELS) {
    const counted = pairs.filter(({ kind }) => level === "near" || kind !== "near");
    // A near group that is only a recording group would be listed twice.
    const hasMore = level === "recording" || pairs.some(({ kind }) => kind === "near");
    const links = hasMore ? counted.map((pair) => ({ ...pair, strength: STRENGTH[pair.kind] + pair.similarity })) : [];
    const current = new Map(members.filter((one) => one.level === level).map((one) => [one.sampleId, one.groupId]));
    const groups = namedGroups(joinedGroups(linked, links, dismissed), current, uuidv7);
    for (const id of await writeGroups(work, { ownerId, level, groups, current })) changed.add(id);
  }
  for (const sampleId of changed) work.publish("sample.duplicates_changed", { sampleId, ownerId });
}

interface Written {
  ownerId: string;
  level: (typeof LEVELS)[number];
  groups: { id: string; members: string[] }[];
  current: ReadonlyMap<string, string>;
}

/** Returns the samples whose group is another one now, and the others of the groups that they have joined or left. */
async function writeGroups(work: Work, { ownerId, level, groups, current }: Written): Promise<Set<string>> {
  const wanted = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const rows = [...wanted].filter(([sampleId, groupId]) => current.get(sampleId) !== groupId);
  const gone = [...current.keys()].filter((sampleId) => !wanted.has(sampleId));
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    await work.tx
      .insert(sampleDuplicates)
      .values(
        rows.slice(at, at + ROWS_A_STATEMENT).map(([sampleId, groupId]) => ({ sampleId, level, ownerId, groupId })),
      )
      .onConflictDoUpdate({
        target: [sampleDuplicates.sampleId, sampleDuplicates.level],
        set: { groupId: sql`excluded.group_id` },
      });
  if (gone.length > 0)
    await work.tx
      .delete(sampleDuplicates)
      .where(
        and(sql`${sampleDuplicates.sampleId} = any(${sql.param(gone)}::uuid[])`, eq(sampleDuplicates.level, level)),
      );
  const touched = new Set([...rows.map(([, groupId]) => groupId), ...gone.map((id) => current.get(id) ?? "")]);
  for (const [sampleId] of rows) touched.add(current.get(sampleId) ?? "");
  const told = new Set([...rows.map(([sampleId]) => sampleId), ...gone]);
  for (const [sampleId, groupId] of wanted) if (touched.has(groupId)) told.add(sampleId);
  return told;
}
