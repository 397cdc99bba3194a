import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, notExists, or, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { db, type Executor } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { duplicateDismissals, duplicatePairs, sampleDuplicates } from "@/db/schema/duplicates";
import { recordingPrints, recordingWords } from "@/db/schema/recording-prints";
import { samples } from "@/db/schema/samples";
import { CANDIDATES_MAX, LOOKUP_VERSION, PAIRS_MAX, SAMPLES_PER_WORD } from "./constants";

/** An analysed sample, and what its record says. */
export interface LookedUpSample {
  id: string;
  ownerId: string;
  sha256: string;
  objectKey: string | null;
  seconds: number;
  /** Base64. */
  fingerprint: string | null;
}

const isLookedUp = () =>
  db()
    .select({ one: sql`1` })
    .from(recordingPrints)
    .where(
      and(
        eq(recordingPrints.sampleId, samples.id),
        eq(recordingPrints.sha256, samples.sha256),
        eq(recordingPrints.version, LOOKUP_VERSION),
      ),
    );

/** Null if it is gone, not analysed, or was looked up already. */
export async function findToLookUp(sampleId: string): Promise<LookedUpSample | null> {
  const [found] = await db()
    .select({
      id: samples.id,
      ownerId: samples.ownerId,
      sha256: sql<string>`${samples.sha256}`,
      objectKey: sql<string | null>`case when ${samples.originalMissingAt} is null then ${samples.objectKey} end`,
      seconds: analyses.durationSeconds,
      fingerprint: sql<string | null>`${analyses.record} ->> 'fingerprint'`,
    })
    .from(samples)
    .innerJoin(analyses, and(eq(analyses.sampleId, samples.id), eq(analyses.sha256, samples.sha256)))
    .where(and(eq(samples.id, sampleId), eq(samples.status, "completed"), notExists(isLookedUp())));
  return found ?? null;
}

/** Samples that were not looked up yet, the newest first. */
export async function listToLookUp(limit: number): Promise<string[]> {
  const rows = await db()
    .select({ id: samples.id })
    .from(samples)
    .where(and(eq(samples.status, "completed"), isNull(samples.deletedAt), notExists(isLookedUp())))
    .orderBy(desc(samples.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** What was read of the same bytes before, whoever has them. */
export async function findSharedFingerprint(sha256: string): Promise<Buffer | null> {
  const [found] = await db()
    .select({ fingerprint: recordingPrints.fingerprint })
    .from(recordingPrints)
    .where(and(eq(recordingPrints.sha256, sha256), isNotNull(recordingPrints.fingerprint)))
    .limit(1);
  return found?.fingerprint ?? null;
}

/** Other samples of the owner with the same bytes, the oldest first. */
export async function findSameBytes(tx: Executor, sample: Pick<LookedUpSample, "id" | "ownerId" | "sha256">) {
  const { id, ownerId, sha256, status } = samples;
  const isOther = and(eq(ownerId, sample.ownerId), eq(sha256, sample.sha256), ne(id, sample.id));
  const rows = await tx
    .select({ id })
    .from(samples)
    .where(and(isOther, eq(status, "completed")))
    .orderBy(asc(id))
    .limit(PAIRS_MAX);
  return rows.map((row) => row.id);
}

/**
 * Samples of the owner that have words in common with the asked ones, the most first. Each word leads to a bounded
 * number of samples, so the time does not grow with the library.
 */
export async function findCandidates(
  { sampleId, ownerId, words }: { sampleId: string; ownerId: string; words: readonly bigint[] },
  tx: Executor = db(),
): Promise<{ sampleId: string; seconds: number; fingerprint: Buffer }[]> {
  if (words.length === 0) return [];
  const { rows } = await tx.execute<{ sample_id: string }>(sql`
    select hit.sample_id from unnest(${`{${words.join()}}`}::bigint[]) asked (word)
    cross join lateral (
      select w.sample_id from ${recordingWords} w where w.word = asked.word limit ${SAMPLES_PER_WORD}
    ) hit
    where hit.sample_id <> ${sampleId}
    group by hit.sample_id order by count(*) desc, hit.sample_id limit ${CANDIDATES_MAX}`);
  if (rows.length === 0) return [];
  const ids = rows.map(({ sample_id }) => sample_id);
  const { seconds, fingerprint } = recordingPrints;
  const found = await tx
    .select({ sampleId: recordingPrints.sampleId, seconds, fingerprint })
    .from(recordingPrints)
    .where(and(inArray(recordingPrints.sampleId, ids), eq(recordingPrints.ownerId, ownerId)));
  return found.flatMap((row) => (row.fingerprint ? [{ ...row, fingerprint: row.fingerprint }] : []));
}

/** Everything that is linked with these samples over any number of pairs, and what shares a group with them now. */
export async function findLinked(tx: Executor, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive linked (id) as (
      select unnest(${`{${ids.join()}}`}::uuid[])
      union
      select next.id from linked cross join lateral (
        select sample_b as id from ${duplicatePairs} where sample_a = linked.id
        union all select sample_a from ${duplicatePairs} where sample_b = linked.id
        union all select other.sample_id from ${sampleDuplicates} mine
          join ${sampleDuplicates} other on other.group_id = mine.group_id where mine.sample_id = linked.id
      ) next
    ) select id from linked`);
  return rows.map(({ id }) => id);
}

/** All pairs, dismissals and groups of these samples, of which there may be more than a statement has parameters. */
export async function findLinks(tx: Executor, ids: string[]) {
  const isIn = (column: AnyPgColumn) => sql`${column} = any(${sql.param(ids)}::uuid[])`;
  const { sampleA, sampleB, kind, similarity } = duplicatePairs;
  const pairs = await tx
    .select({ a: sampleA, b: sampleB, kind, similarity })
    .from(duplicatePairs)
    .where(or(isIn(sampleA), isIn(sampleB)));
  const dismissed = await tx
    .select({ a: duplicateDismissals.sampleA, b: duplicateDismissals.sampleB })
    .from(duplicateDismissals)
    .where(or(isIn(duplicateDismissals.sampleA), isIn(duplicateDismissals.sampleB)));
  const { sampleId, level, groupId } = sampleDuplicates;
  const members = await tx.select({ sampleId, level, groupId }).from(sampleDuplicates).where(isIn(sampleId));
  return { pairs, dismissed, members };
}

/** How many analysed samples there are, and how many of them were looked up. */
export async function countLookups(): Promise<{ analysed: number; lookedUp: number }> {
  const [row] = await db()
    .select({
      analysed: sql<number>`count(*)::int`,
      lookedUp: sql<number>`(count(*) filter (where exists ${isLookedUp()}))::int`,
    })
    .from(samples)
    .where(and(eq(samples.status, "completed"), isNull(samples.deletedAt)));
  return row ?? { analysed: 0, lookedUp: 0 };
}
