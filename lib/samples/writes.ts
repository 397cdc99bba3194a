import "server-only";
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { analyses } from "@/db/schema/analyses";
import { fileTags } from "@/db/schema/file-tags";
import { samples } from "@/db/schema/samples";
import { uploads } from "@/db/schema/uploads";
import type { Lane } from "@/lib/events/sample-event";
import { type BegunUpload, giveUploadsBack } from "@/lib/quotas/writes";
import type { ForgottenObject } from "@/lib/work/forgotten-objects";
import type { Work } from "@/lib/work/unit-of-work";
import { laneOf } from "./lane";

/** A sample that waits for analysis, from its row. */
export interface WaitingSample {
  id: string;
  ownerId: string;
  sizeBytes: number;
  /** Null if its size tells it. */
  lane: Lane | null;
  attempts: number;
  statusChangedAt: Date;
  /** When it was handed to the executor before, if it was. */
  queuedAt: Date | null;
}

export const waitingColumns = {
  id: samples.id,
  ownerId: samples.ownerId,
  sizeBytes: samples.sizeBytes,
  lane: samples.lane,
  attempts: samples.attempts,
  statusChangedAt: samples.statusChangedAt,
  queuedAt: samples.queuedAt,
};

/**
 * Queues waiting samples for analysis. The event's occurrence identifies this particular wait: a repeated event starts
 * one run, while a later retry of the same sample starts another. So does handing over again what the executor has
 * taken before and forgotten: it may still remember the event, and would drop a second one with the same id.
 */
export async function queueAnalyses(work: Work, waiting: readonly WaitingSample[]): Promise<void> {
  if (waiting.length === 0) return;
  for (const { id, ownerId, sizeBytes, lane, attempts, statusChangedAt, queuedAt } of waiting) {
    const occurrence = [attempts, statusChangedAt.getTime(), ...(queuedAt ? [queuedAt.getTime()] : [])].join(":");
    work.publish("sample.uploaded", { sampleId: id, ownerId, lane: lane ?? laneOf(sizeBytes) }, occurrence);
  }
  const ids = waiting.map(({ id }) => id);
  await lockInOrder(work, inArray(samples.id, ids));
  await work.tx.update(samples).set({ queuedAt: sql`now()` }).where(inArray(samples.id, ids));
}

/**
 * Locks samples in the order of their ids. Whatever writes several samples calls it first, so that two transactions
 * never wait for each other. Returns their ids.
 */
export async function lockInOrder(work: Work, which: SQL | undefined): Promise<string[]> {
  const found = await work.tx
    .select({ id: samples.id })
    .from(samples)
    .where(which)
    .orderBy(samples.id)
    .for("no key update");
  return found.map(({ id }) => id);
}

/**
 * Locks those of the samples that are this person's and not deleted, so that what people say about one of them is
 * written one after the other. In the order of their ids, so that two transactions never wait for each other.
 */
export async function lockOwnSamples(
  work: Work,
  ownerId: string,
  ids: readonly string[],
): Promise<{ ids: string[]; now: Date }> {
  const found = await work.tx
    .select({ id: samples.id, now: sql`now()`.mapWith(samples.createdAt) })
    .from(samples)
    .where(and(inArray(samples.id, [...ids]), eq(samples.ownerId, ownerId), isNull(samples.deletedAt)))
    .orderBy(samples.id)
    .for("no key update");
  return { ids: found.map(({ id }) => id), now: found[0]?.now ?? new Date() };
}

/** Queues failed samples again whose file is still there. Returns their ids. */
export async function retryFailed(work: Work, which: SQL | undefined): Promise<string[]> {
  const retriable = and(which, eq(samples.status, "failed"), isNotNull(samples.objectKey), isNull(samples.deletedAt));
  const ids = await lockInOrder(work, retriable);
  return startAgain(work, inArray(samples.id, ids), { reanalysisAskedAt: null });
}

/**
 * Queues analysed and failed samples once more whose file is still there. The results of an analysed one stay until
 * there are newer ones. Returns the ids of those that are queued; the caller has locked them.
 */
export async function analyzeAgain(work: Work, ids: readonly string[]): Promise<string[]> {
  const ended = inArray(samples.status, ["completed", "failed"]);
  const which = and(inArray(samples.id, [...ids]), ended, isNotNull(samples.objectKey), isNull(samples.deletedAt));
  return startAgain(work, which, { reanalysisAskedAt: sql`case when ${samples.status} = 'completed' then now() end` });
}

async function startAgain(
  work: Work,
  which: SQL | undefined,
  asked: { reanalysisAskedAt: SQL | null },
): Promise<string[]> {
  const cleared = { failureCode: null, attempts: 0, runId: null, queuedAt: null, statusChangedAt: sql`now()` };
  const waiting = await work.tx
    .update(samples)
    .set({ status: "uploaded", ...cleared, ...asked })
    .where(which)
    .returning(waitingColumns);
  await queueAnalyses(work, waiting);
  return waiting.map(({ id }) => id);
}

/**
 * What a sample is when its analysis ends without a result: failed, or, if it was analysed before, what it was with the
 * results from before.
 */
export const endedWithoutResult = {
  status: sql<
    "completed" | "failed"
  >`case when ${samples.reanalysisAskedAt} is null then 'failed' else 'completed' end`,
  reanalysisAskedAt: null,
  statusChangedAt: sql`now()`,
};

/**
 * Removes samples and everything that only they refer to. Also used for cancelled and expired uploads: one that was
 * never completed is given back to the day's quota. Returns how many samples were removed.
 */
export async function removeSamples(work: Work, which: SQL | undefined): Promise<number> {
  const doomed = await lockDoomed(work, which);
  if (doomed.length === 0) return 0;
  const ids = doomed.map(({ id }) => id);
  await work.tx.delete(samples).where(inArray(samples.id, ids));
  await giveUploadsBack(work, doomed.flatMap(unfinishedUploadOf));
  work.forget(...doomed.flatMap(originalOf), ...doomed.flatMap(artefactsOf));
  for (const { id, ownerId } of doomed) work.publish("sample.removed", { sampleId: id, ownerId });
  return doomed.length;
}

type Doomed = Awaited<ReturnType<typeof lockDoomed>>[number];

function lockDoomed({ tx }: Work, which: SQL | undefined) {
  return tx
    .select({
      id: samples.id,
      ownerId: samples.ownerId,
      sizeBytes: samples.sizeBytes,
      isRefused: sql<boolean>`${samples.status} = 'failed' and ${samples.objectKey} is null`,
      multipartUploadId: uploads.multipartUploadId,
      completedAt: uploads.completedAt,
      begunAt: uploads.createdAt,
      uploadKey: uploads.objectKey,
      sha256: analyses.sha256,
      peaksKey: analyses.peaksKey,
      spectrogramKey: analyses.spectrogramKey,
      playableKey: analyses.playableKey,
      taggedSha256: fileTags.sha256,
      coverKey: fileTags.coverKey,
    })
    .from(samples)
    .leftJoin(uploads, eq(uploads.sampleId, samples.id))
    .leftJoin(analyses, eq(analyses.sampleId, samples.id))
    .leftJoin(fileTags, eq(fileTags.sampleId, samples.id))
    .where(which)
    .orderBy(samples.id)
    .for("update", { of: samples });
}

function unfinishedUploadOf({ ownerId, begunAt, completedAt }: Doomed): BegunUpload[] {
  return begunAt && !completedAt ? [{ ownerId, begunAt }] : [];
}

function originalOf(doomed: Doomed): ForgottenObject[] {
  const { uploadKey, multipartUploadId, completedAt, ownerId, sizeBytes, isRefused } = doomed;
  if (!uploadKey) return [];
  const unfinished = completedAt ? null : multipartUploadId;
  return [{ objectKey: uploadKey, multipartUploadId: unfinished, ownerId, countedBytes: isRefused ? 0 : sizeBytes }];
}

function artefactsOf(doomed: Doomed): ForgottenObject[] {
  const { sha256, peaksKey, spectrogramKey, playableKey, taggedSha256, coverKey } = doomed;
  const ofAnalysis = [peaksKey, spectrogramKey, playableKey].map((objectKey) => ({ objectKey, sha256 }));
  return [...ofAnalysis, { objectKey: coverKey, sha256: taggedSha256 }].flatMap(({ objectKey, sha256: content }) =>
    content && objectKey ? [{ objectKey, sha256: content }] : [],
  );
}
