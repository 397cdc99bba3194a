import "server-only";
import { asSystem } from "@/lib/audit/sources";
import { isFlagOn } from "@/lib/flags/data";
import type { Actor } from "@/lib/identity/actor";
import { can } from "@/lib/identity/permissions";
import { addToScanBatch, lockScanBatch } from "@/lib/imports/scans/batched/writes";
import {
  findGone,
  followMove,
  type GoneFile,
  insertSamples,
  lockMoved,
  lockOwner,
  type Outcome,
  type ReadContent,
  settleChanging,
  settleFailed,
  settleRead,
  settleUnchanged,
  settleVanished,
} from "@/lib/imports/scans/settled/writes";
import {
  type ClaimedScan,
  type Counted,
  cancelScan,
  holdScan,
  type ScanRun,
  stopScan,
} from "@/lib/imports/scans/writes";
import { keepObjects } from "@/lib/objects/writes";
import { takeUploads } from "@/lib/quotas/writes";
import { findKnownBytes } from "@/lib/uploads/data";
import { inTransaction, type Work } from "@/lib/work/unit-of-work";
import type { CopiedFile } from "./copy-files";
import type { ReadResult } from "./read-batch";

/** What is to be written about a batch of files that were read, and copied if they seemed to be new. */
export interface Batch {
  results: readonly ReadResult[];
  copied: readonly CopiedFile[];
  readingMs: number;
}

export const isUnchanged = ({ file, sha256 }: ReadContent): boolean =>
  file.sha256 === sha256 && (file.state === "imported" || file.state === "known");

/**
 * Writes what became of a batch, all of it or nothing. The owner's row is locked, so what is new and what fits into the
 * quota is decided here and nowhere else. `lost`: the scan was paused, cancelled or taken over. Whoever stops the batch of
 * what the scan brings in stops the scan as well.
 */
export async function settleBatch(
  run: ScanRun,
  scan: ClaimedScan,
  importer: Actor,
  batch: Batch,
): Promise<"settled" | "lost" | "stopped"> {
  const hasBatches = can(importer, "batches:create") && (await isFlagOn(importer, "batches"));
  return inTransaction(asSystem(), async (work) => {
    if (!(await holdScan(work, run))) return "lost";
    const scanBatch = await lockScanBatch(work, scan.id);
    if (scanBatch?.isCancelled) {
      await cancelScan(work, run);
      return "stopped";
    }
    await lockOwner(work, scan.ownerId);
    const read = batch.results.flatMap((result) => (result.kind === "read" ? [result.content] : []));
    const unchanged = read.filter(isUnchanged);
    await settleUnchanged(work, scan.id, unchanged);
    const { counted, stop, made } = await settleNew(work, scan, importer, {
      read: read.filter((one) => !isUnchanged(one)),
      copied: batch.copied,
    });
    if (scanBatch || hasBatches) await addToScanBatch(work, scan, scanBatch, made);
    const others = await settleOthers(work, scan, batch.results);
    const bytesRead = unchanged.reduce((sum, { sizeBytes }) => sum + sizeBytes, counted.bytesRead);
    const filesRead = counted.filesRead + unchanged.length + others.filesFailed + others.filesGone;
    const filesGone = counted.filesGone + others.filesGone;
    await holdScan(work, run, { ...counted, ...others, filesGone, filesRead, bytesRead, readingMs: batch.readingMs });
    if (stop) await stopScan(work, run, stop);
    return stop ? "stopped" : "settled";
  });
}

async function settleOthers(work: Work, scan: ClaimedScan, results: readonly ReadResult[]) {
  const failed = results.filter((result) => result.kind === "failed");
  const vanished = results.flatMap((result) => (result.kind === "vanished" ? [result.file] : []));
  const changing = results.flatMap((result) => (result.kind === "changing" ? [result.file] : []));
  await settleFailed(work, scan.id, failed);
  await settleVanished(work, vanished);
  const givenUp = await settleChanging(work, scan.id, changing);
  return { filesFailed: failed.length + givenUp, filesGone: vanished.length };
}

/** Each file whose bytes are new at its path has moved here, is known, or becomes a sample if there is room for it. */
async function settleNew(
  work: Work,
  scan: ClaimedScan,
  importer: Actor,
  { read, copied }: { read: readonly ReadContent[]; copied: readonly CopiedFile[] },
) {
  const sha256s = [...new Set(read.map(({ sha256 }) => sha256))];
  const gone = await findGone(work.tx, scan.folderId, sha256s);
  const known = sha256s.length > 0 ? await findKnownBytes(importer.id, sha256s, work.tx) : [];
  const sampleOf = new Map(known.map(({ sha256, sampleId }) => [sha256, sampleId]));
  const moved = takeMoves(read, gone);
  const wanted = copied.filter(({ content }) => !moved.has(content) && !sampleOf.has(content.sha256));
  const kept = await keepObjects(
    work,
    wanted.map(({ objectKey }) => objectKey),
  );
  const there = wanted.filter(({ objectKey }) => kept.has(objectKey));
  const sizes = there.map(({ content }) => content.sizeBytes);
  const { taken, refusal } =
    there.length > 0 ? await takeUploads(work, importer.id, sizes) : { taken: 0, refusal: null };
  const fresh = there.slice(0, taken);
  for (const { objectKey } of there.slice(taken)) work.forget({ objectKey });
  await insertSamples(work, scan.ownerId, fresh);
  // Whatever else changes several of these samples locks them in this order too.
  await lockMoved(work, [...moved.values()]);
  for (const [content, from] of moved) await followMove(work, scan.ownerId, from, content);
  const outcomes = read.flatMap((content) => outcomeOf(content, { moved, fresh, sampleOf }));
  await settleRead(work, scan.id, outcomes);
  const counted = {
    filesRead: outcomes.length,
    bytesRead: outcomes.reduce((sum, { content }) => sum + content.sizeBytes, 0),
    bytesCopied: fresh.reduce((sum, { content }) => sum + content.sizeBytes, 0),
    filesNew: fresh.length,
    filesKnown: outcomes.length - fresh.length - moved.size,
    filesMoved: moved.size,
    // The walk of this scan has counted them as gone.
    filesGone: -[...moved.values()].filter(({ goneAt }) => goneAt !== null && goneAt >= scan.createdAt).length,
    filesChanged: outcomes.filter(({ content }) => content.file.sha256 !== null).length,
  } satisfies Counted;
  const stop = refusal && {
    reason: refusal.kind,
    tryAgainAt: refusal.renewsAt === null ? null : new Date(refusal.renewsAt),
  };
  return { counted, stop, made: fresh.map(({ sampleId }) => sampleId) };
}

/** None if the file has to be read once more: it is a second one with new bytes, or there was no room for it. */
function outcomeOf(
  content: ReadContent,
  found: {
    moved: ReadonlyMap<ReadContent, GoneFile>;
    fresh: readonly CopiedFile[];
    sampleOf: ReadonlyMap<string, string>;
  },
): Outcome[] {
  const from = found.moved.get(content);
  if (from?.sampleId) {
    const state = from.sampleName === null ? "known" : "imported";
    return [{ content, state, sampleId: from.sampleId, movedFrom: from.shownPath }];
  }
  const copy = found.fresh.find((one) => one.content === content);
  if (copy) return [{ content, state: "imported", sampleId: copy.sampleId, movedFrom: null }];
  const sampleId = found.sampleOf.get(content.sha256);
  return sampleId ? [{ content, state: "known", sampleId, movedFrom: null }] : [];
}

/** Which file is where which gone one went. Each that is gone went to one place only. */
function takeMoves(read: readonly ReadContent[], gone: readonly GoneFile[]): Map<ReadContent, GoneFile> {
  const left = [...gone];
  const moves = new Map<ReadContent, GoneFile>();
  for (const content of read) {
    const index = left.findIndex(({ sha256 }) => sha256 === content.sha256);
    const [from] = index < 0 ? [] : left.splice(index, 1);
    if (from) moves.set(content, from);
  }
  return moves;
}
