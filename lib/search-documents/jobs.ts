import "server-only";
import { asc, inArray, lt, sql } from "drizzle-orm";
import { allowLongStatements, db, type Executor } from "@/db/client";
import { samples } from "@/db/schema/samples";
import { searchDocuments } from "@/db/schema/search-documents";
import { searchQueue } from "@/db/schema/search-queue";
import { searchVectors } from "@/db/schema/search-vectors";
import { systemSettings } from "@/db/schema/system-settings";
import { asSystem } from "@/lib/audit/sources";
import { SEARCH_DOCUMENTS_CHANNEL } from "@/lib/platform/channels";
import { errorCodeOf } from "@/lib/platform/error-code";
import { logger } from "@/lib/platform/logger";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import { BATCH_SAMPLES, DOCUMENT_VERSION, INDEXER_LOCK, REVISIONS_FLOOR, REVISIONS_KEPT } from "./constants";
import { VECTOR_VERSION } from "./stored-vector";
import { renewDocuments } from "./writes";

/** Longer than a batch takes. A verb that waits in vain loses nothing: its change is in the queue. */
const LOCK_WAIT = "3s";
const LOCK_NOT_AVAILABLE = /^55P03$/;

export interface Drained {
  /** Changes taken from the queue. */
  changes: number;
  /** Whether there may be more. False as well if another process is at it. */
  isMore: boolean;
}

/**
 * Brings the documents of one batch of changed samples up to date, in one transaction. Only one process does so at a
 * time; for all others there is nothing to do. Killed at any moment, it has either done all of the batch or none. A
 * sample of which no document can be made holds up no other.
 */
export async function drainQueue(): Promise<Drained> {
  try {
    return await inTransaction(asSystem(), async (work) => {
      const locked = await work.tx.execute<{ locked: boolean }>(
        sql`select exists (select from ${searchQueue}) and pg_try_advisory_xact_lock(${INDEXER_LOCK}) as locked`,
      );
      if (!locked.rows[0]?.locked) return { changes: 0, isMore: false };
      const queued = await firstQueued(work.tx);
      await renew(work, queued);
      return { changes: queued.length, isMore: queued.length === BATCH_SAMPLES };
    });
  } catch (error) {
    if (!isOfTheSample(error)) throw error;
    return drainOneByOne();
  }
}

const firstQueued = (tx: Executor) =>
  tx.select().from(searchQueue).orderBy(asc(searchQueue.change)).limit(BATCH_SAMPLES);

/** The same batch with a transaction for each sample. Those that fail again are taken from the queue as they are. */
async function drainOneByOne(): Promise<Drained> {
  const queued = await firstQueued(db());
  for (const sampleId of new Set(queued.map((row) => row.sampleId))) {
    const changes = queued.filter((row) => row.sampleId === sampleId);
    try {
      await renewUnderLock(changes);
    } catch (error) {
      if (!isOfTheSample(error)) throw error;
      logger().error({ err: error, sampleId }, "no search document can be made of a sample");
      await db()
        .delete(searchQueue)
        .where(
          inArray(
            searchQueue.change,
            changes.map(({ change }) => change),
          ),
        );
    }
  }
  return { changes: queued.length, isMore: queued.length === BATCH_SAMPLES };
}

function renewUnderLock(changes: readonly (typeof searchQueue.$inferSelect)[]): Promise<void> {
  return inTransaction(asSystem(), async (work) => {
    await work.tx.execute(sql`select pg_advisory_xact_lock(${INDEXER_LOCK})`);
    await renew(work, changes);
  });
}

/** The database is there and was not busy: it is what the sample says that cannot be written. */
const isOfTheSample = (error: unknown) => errorCodeOf(error) === "internal" && !hasCode(error, BUSY);
/** Two transactions that wait for each other, and locks that could not be had. */
const BUSY = /^(40|55)/;

/**
 * Makes these samples findable as they are now, before it returns. For verbs, after their transaction: whoever changes a
 * sample wants to find it by what it says now. If the indexer is busy for too long, it follows up by itself.
 */
export async function indexSamples(ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH_SAMPLES) {
    const some = ids.slice(from, from + BATCH_SAMPLES);
    try {
      await inTransaction(asSystem(), async (work) => {
        await work.tx.execute(sql.raw(`set local lock_timeout = '${LOCK_WAIT}'`));
        await work.tx.execute(sql`select pg_advisory_xact_lock(${INDEXER_LOCK})`);
        const queued = await work.tx.select().from(searchQueue).where(inArray(searchQueue.sampleId, some));
        await renew(work, queued);
      });
    } catch (error) {
      if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error;
    }
  }
}

/** Of the latest changes of everybody, so many are looked at. */
const LATEST_CHANGES = 2000;
/** As many as one deletion or its undoing changes at once. What is imported comes when the indexer comes to it. */
const CAUGHT_UP_MOST = 1000;

/**
 * For a list that somebody opens: what they have just done is in it, even if the indexer has not come to
 * it yet.
 */
export async function catchUp(ownerId: string): Promise<void> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select distinct s.id from (
      select sample_id from search_queue order by change desc limit ${LATEST_CHANGES}
    ) latest join samples s on s.id = latest.sample_id where s.owner_id = ${ownerId}::uuid`);
  if (rows.length > 0 && rows.length <= CAUGHT_UP_MOST) await indexSamples(rows.map(({ id }) => id));
}

const hasCode = (error: unknown, codes: RegExp) =>
  [error, (error as { cause?: unknown }).cause].some((one) => codes.test((one as { code?: string })?.code ?? ""));

async function renew(work: Work, queued: readonly (typeof searchQueue.$inferSelect)[]): Promise<void> {
  if (queued.length === 0) return;
  await allowLongStatements(work.tx);
  const ids = [...new Set(queued.map(({ sampleId }) => sampleId))].sort();
  const changed = await renewDocuments(work, ids);
  const read = queued.map(({ change }) => change);
  await work.tx.execute(sql`delete from ${searchQueue} where change = any(${`{${read.join()}}`}::bigint[])`);
  if (changed > 0) await work.tx.execute(sql`select pg_notify(${SEARCH_DOCUMENTS_CHANNEL}, '')`);
}

/** Queues documents and vectors that an older rule has made. Returns how many. What is deleted has no rule. */
export async function queueOutdated(limit: number): Promise<number> {
  return inTransaction(asSystem(), async ({ tx }) => {
    const { rowCount } = await tx.execute(sql`
      insert into ${searchQueue} (sample_id)
      (select sample_id from ${searchDocuments}
        where ${lt(searchDocuments.version, DOCUMENT_VERSION)} and not is_deleted limit ${limit})
      union
      (select sample_id from ${searchVectors} where ${lt(searchVectors.version, VECTOR_VERSION)} limit ${limit})`);
    return rowCount ?? 0;
  });
}

/**
 * Queues samples and documents that do not have each other. The triggers leave none behind; a restored backup or a
 * hand in the database may.
 */
export async function queueUnmatched(limit: number): Promise<number> {
  return inTransaction(asSystem(), async ({ tx }) => {
    await allowLongStatements(tx);
    const { rowCount } = await tx.execute(sql`
      insert into ${searchQueue} (sample_id)
      select coalesce(s.id, d.sample_id) from (select id from ${samples} where deleted_at is null) s
      full join (select sample_id from ${searchDocuments} where not is_deleted) d on d.sample_id = s.id
      where s.id is null or d.sample_id is null
      limit ${limit}`);
    return rowCount ?? 0;
  });
}

/**
 * Removes the rows of samples that were deleted more than `kept` revisions ago. `REVISIONS_FLOOR` in `system_settings`
 * then names the last revision that was forgotten: a follower that has read less than that must read everything anew.
 */
export async function forgetDeletions(kept: number = REVISIONS_KEPT): Promise<number> {
  return inTransaction(asSystem(), async ({ tx }) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${INDEXER_LOCK})`);
    const { rows } = await tx.execute<{ revision: string }>(sql`
      delete from ${searchDocuments}
      where is_deleted and revision <= (select max(revision) from ${searchDocuments}) - ${kept}
      returning revision`);
    if (rows.length === 0) return 0;
    const floor = Math.max(...rows.map(({ revision }) => Number(revision)));
    const row = { name: REVISIONS_FLOOR, value: floor, updatedAt: new Date() };
    await tx.insert(systemSettings).values(row).onConflictDoUpdate({ target: systemSettings.name, set: row });
    return rows.length;
  });
}
